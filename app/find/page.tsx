import type { Metadata, Route } from "next";
import { DataNotes } from "@/app/data-notes";
import { readPage } from "@/app/read-page";
import { CompanyChoices } from "@/components/find/company-choices";
import { FindForm } from "@/components/find/find-form";
import { HitsTable } from "@/components/find/hits-table";
import { MatchingHelp } from "@/components/find/matching-help";
import { PublishedAs } from "@/components/find/published-as";
import { PublishedFigureTable } from "@/components/find/published-figure-table";
import { Reading } from "@/components/find/reading";
import { Joined } from "@/components/ui/joined";
import { Link } from "@/components/ui/link";
import { ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, GroupedLink, PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import type { CompanyName } from "@/lib/contracts/companies";
import { formatDay } from "@/lib/contracts/days";
import { counted } from "@/lib/contracts/money";
import { pageMetadata } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { findPage } from "@/lib/query/find";
import { given } from "@/lib/query/parameters";
import { defaults, groupsByCompany, href } from "@/lib/query/query";
import { checksRequest, type FindRequest, findPageRequest } from "@/lib/query/requests";
import { type TableSort, tableSort } from "@/lib/query/table-sort";
import type { FigureMatchKind, WrittenFigure } from "@/lib/query/written-figure";
import { firstChecks, publishedAs } from "@/lib/store/checks";
import { find, nameCompany } from "@/lib/store/find";
import type { Store } from "@/lib/store/open";

export async function generateMetadata({ searchParams }: PageProps<"/find">): Promise<Metadata> {
  return pageMetadata(async () => {
    const { request } = await readPage(findPageRequest, searchParams);
    const { amount, query } = request;
    return {
      title: amount.figure
        ? `${amount.text} in the records of ${agencyNames(query)} contracts`
        : `Find a figure in the records of ${agencyNames(query)} contracts`,
      description:
        "Enter a dollar figure from a story, rounded or cut off, to find the contract actions and sums in the records that match it.",
      address: findPage(request),
    };
  });
}

const fields = ["amount", "company", "month", "from", "to"];

export default async function FindPage({ searchParams }: PageProps<"/find">) {
  const { store, request, problems, params } = await readPage(findPageRequest, searchParams);
  const { query } = request;
  const { figure: written } = request.amount;
  const rejected = problems.map(({ name }) => name);
  const named = await nameCompany(store, request.company);
  return (
    <>
      <PageHeader
        title="Find a figure"
        lede="Saw a dollar figure in a story? Enter it to find what matches in the records: single actions, and totals of contracts, companies and the agency."
      >
        <ChoiceLine>
          <AgencyChoice path="/find" query={query} address={(patch) => findPage(request, patch)} />
          <p>
            {groupsByCompany(query) ? "Recipients grouped by company" : "Recipients as recorded"} ·{" "}
            <GroupedLink query={query} address={(other) => findPage(request, other)} />
          </p>
        </ChoiceLine>
      </PageHeader>
      <ParameterNotice
        store={store}
        problems={problems}
        without={findPageRequest.href("/find" as Route, {
          ...request,
          ...(!written && { amount: { text: "", figure: null } }),
        })}
      />
      <FindForm
        request={request}
        texts={Object.fromEntries(fields.map((name) => [name, given(params, name)[0] ?? ""]))}
        rejected={rejected}
      />
      {"choices" in named && <CompanyChoices request={request} {...named} />}
      {written && "company" in named && (
        <SectionBoundary name="What was found">
          {() =>
            FindResults({
              ...{ store, request, written, company: named.company },
              sortOf: (kind) => tableSort(findPageRequest.href("/find" as Route, request), kind),
            })
          }
        </SectionBoundary>
      )}
      {!written && (
        <SectionBoundary name="The published figures">
          {async () => {
            const { checks, count } = await firstChecks(store, 5);
            const checksHref = checksRequest.href("/checks", { query });
            return <PublishedFigureTable checks={checks} count={count} checksHref={checksHref} />;
          }}
        </SectionBoundary>
      )}
      <MatchingHelp info={store.info} />
    </>
  );
}

const kinds: Record<FigureMatchKind, { title: string; one: string; many: string; subtitle: string }> = {
  agency: {
    title: "Agency totals",
    one: "agency total",
    many: "agency totals",
    subtitle: "Over all records, fiscal and calendar years, half-years, quarters and months.",
  },
  company: {
    title: "Company totals",
    one: "company total",
    many: "company totals",
    subtitle: "Over all records, fiscal and calendar years, half-years and months.",
  },
  contract: {
    title: "Contract totals",
    one: "contract total",
    many: "contract totals",
    subtitle: "Over all records, fiscal and calendar years.",
  },
  running: {
    title: "Running totals of contracts",
    one: "running total of a contract",
    many: "running totals of contracts",
    subtitle:
      "Everything added and taken back in these records by the end of a day, under any company that held the contract.",
  },
  action: {
    title: "Single actions",
    one: "single action",
    many: "single actions",
    subtitle: "What one action obligated.",
  },
};

interface FindResultsProps {
  store: Store;
  request: FindRequest;
  written: WrittenFigure;
  company: CompanyName | null;
  sortOf: (kind: FigureMatchKind) => TableSort;
}

async function FindResults({ store, request, written, company, sortOf }: FindResultsProps) {
  const { hits, more } = await find(store, written, request, company);
  const listed = [...new Set(hits.map(({ kind }) => kind))].map((kind) => {
    const own = hits.filter((hit) => hit.kind === kind);
    return { kind, hits: own, more: more[kind] ?? 0 };
  });
  return (
    <>
      <DataNotes
        store={store}
        query={{ ...request.query, from: null, to: null, company: company ? [company.slug] : [] }}
      />
      <Section title={`“${request.amount.text}” in the records`}>
        <Reading written={written} request={request} />
        <PublishedAs
          figures={await publishedAs(store, written.value)}
          addressOf={({ id }) => `${checksRequest.href("/checks", { query: request.query })}#${id}`}
        />
        {listed.length === 0 ? (
          <NoHits store={store} company={company} request={request} />
        ) : (
          <p>
            It matches{" "}
            <Joined
              last=" and "
              parts={listed.map(({ kind, hits: own, more: left }) => (
                <a key={kind} href={`#${kind}`}>
                  {counted(own.length + left, kinds[kind].one, kinds[kind].many)}
                </a>
              ))}
            />
            {company && ` with ${company.name}`}. A match is not proof. Check what the source says, and for
            which dates. Figures equal to the cent come first, then kinds with fewer matches: they are less
            likely to match by chance.
          </p>
        )}
      </Section>
      {listed.map(({ kind, hits: own, more: left }) => (
        <HitsTable
          key={kind}
          kind={kind}
          title={kinds[kind].title}
          subtitle={kinds[kind].subtitle}
          hits={own}
          more={left}
          written={written.value}
          query={request.query}
          sort={sortOf(kind)}
        />
      ))}
    </>
  );
}

/** Explains an empty result, with the likeliest reasons first. */
function NoHits({ store, company, request }: Omit<FindResultsProps, "written" | "sortOf">) {
  const { from, to } = request.query;
  const hasDays = from !== null || to !== null;
  const whose = company
    ? `of ${company.name} or of its contracts`
    : "of the agency, of companies or of contracts";
  return (
    <>
      <p>
        No single action{company && ` with ${company.name}`} rounds to it or begins with it. Neither does any
        total {whose}, over all records and by fiscal and calendar years, half-years
        {!company && ", quarters"} and months{request.month && " that include the month"}. No running total of{" "}
        {company ? "a contract that it ever held" : "a contract"} matches on any day
        {request.month && " of the month"}.
      </p>
      <p>It may still be right. The likeliest reasons come first:</p>
      <ol>
        <li>
          It covers {hasDays ? "other dates" : "other dates, such as those up to the article"}:{" "}
          <a href="#find-from">enter them</a>.
        </li>
        {request.month !== null && (
          <li>
            It is for another month:{" "}
            <Link href={findPage({ ...request, month: null })}>search every month</Link>.
          </li>
        )}
        {company && (
          <li>
            A reseller or a company with another name holds the contract:{" "}
            <Link href={findPage({ ...request, company: "" })}>search every company</Link>.
          </li>
        )}
        <li>
          It is a ceiling, a potential value or an outlay. The press often quotes those, and this search does
          not include them.
        </li>
        <li>
          It counts what was obligated before {formatDay(store.info.data_from)}, which these records do not
          include.
        </li>
        <li>
          It counts awards of other agencies, or the records have{" "}
          <Link href={changesOf(company, request)}>changed</Link> since it was published.
        </li>
      </ol>
    </>
  );
}

const changesOf = (company: CompanyName | null, { query }: FindRequest) =>
  href("/changes", {
    ...defaults("contracts"),
    agency: query.agency,
    snapshot: query.snapshot,
    company: company ? [company.slug] : [],
  });

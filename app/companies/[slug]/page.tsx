import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/app/breadcrumbs";
import { Colophon } from "@/app/colophon";
import { KnownProblems } from "@/app/known-problems";
import { readPage } from "@/app/read-page";
import { ExcludedActions } from "@/components/brands/excluded-actions";
import { ChangesLink } from "@/components/changes/changes-link";
import { groupsFile, linked, remaining } from "@/components/charts/doors";
import { GroupChart } from "@/components/charts/group-chart";
import { questionOf } from "@/components/charts/questions";
import { unfinishedPeriod } from "@/components/charts/time";
import { CheckSection } from "@/components/company/check";
import { companyCitation } from "@/components/company/citation";
import { CompanyFigures } from "@/components/company/company-figures";
import { ContractList } from "@/components/company/contract-list";
import { LargestActions } from "@/components/company/largest-actions";
import { MentionHolders } from "@/components/company/mention-holders";
import { NotCovered } from "@/components/company/not-covered";
import { OwnedSplitLinks, ownedSplitText } from "@/components/company/owned-split";
import { RecipientsTable } from "@/components/company/recipients-table";
import { Standings } from "@/components/company/standings";
import { SummaryContracts } from "@/components/company/summary-contracts";
import { WindowForm } from "@/components/company/window-form";
import { EndingTable } from "@/components/ending/ending-table";
import { AgencyChoice, ChoiceLine } from "@/components/ui/agency-choice";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Notice, ParameterNotice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { type Day, formatDay, shortDay, washingtonDay } from "@/lib/contracts/days";
import { lookUp } from "@/lib/contracts/look-up";
import { counted, formatCount } from "@/lib/contracts/money";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { moreThanAdded } from "@/lib/contracts/text";
import { pageMetadata, sumSentence } from "@/lib/http/page-metadata";
import { endingDays } from "@/lib/query/ending";
import { companyPage } from "@/lib/query/pages";
import { change, groupsByCompany, href, isSet, type Query } from "@/lib/query/query";
import { endingRequest, scopedRequest } from "@/lib/query/requests";
import { scopeName } from "@/lib/query/scope";
import { companyLists, findCompany, readCompany, type WholeCompany } from "@/lib/store/company";
import { firstGroups } from "@/lib/store/contracts";
import { endings, hasEnds, hasValues } from "@/lib/store/ending";
import { codeNames } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";

import styles from "./page.module.css";

type CompanyPageProps = PageProps<"/companies/[slug]">;

const most = { ending: 8, recent: 15, largest: 6, products: 8, holders: 8, recipients: 12, awards: 40 };

async function read({ params, searchParams }: CompanyPageProps) {
  const slug = (await params).slug.toLowerCase();
  const { store, request, problems } = await readPage(scopedRequest, searchParams);
  const { query } = request;
  const company = await findCompany(store, slug);
  if (!company) notFound();
  return { store, query, problems, found: await readCompany(store, company, query) };
}

export async function generateMetadata(props: CompanyPageProps): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, found, query } = await read(props);
    const { company, total } = found;
    const agency = scopeName(query);
    return {
      title: isSet(query, "agency") ? `${company.name}, ${agency} contracts` : company.name,
      description:
        total.totals.actions > 0
          ? sumSentence(agency, total.totals, store.info, ` to ${toWhom(found)}${ownedSaid(found)}`)
          : found.summarised.length > 0
            ? `Known from award summaries alone: no action of ${agency} on a contract of ${company.name} is in the records, ${recordDays(store.info)}.`
            : `No award by ${agency} to a recipient known as ${company.name} is in the records, ${recordDays(store.info)}.`,
      address: companyPage(company.slug, query),
      ...(total.totals.actions > 0 && {
        picture: groupsFile("png", change(query, { company: [company.slug] }), ["fiscal_year"]),
      }),
    };
  });
}

/** One company on one page: what is obligated to it, to its subsidiaries, and where others' awards name it. */
export default async function CompanyPage(props: CompanyPageProps) {
  const { store, found, query, problems } = await read(props);
  const { company, total, selected, named } = found;
  const path = `/companies/${company.slug}` as Route;
  const has = total.totals.actions > 0;
  const crumbs = [{ label: "Companies", href: href("/companies", query) }];
  return (
    <article className={styles.company}>
      <Breadcrumbs crumbs={crumbs} title={company.name} />
      <PageHeader crumbs={crumbs} title={company.name}>
        <Lookalikes notes={found.lookalikes} query={query} />
        <p className={styles.sentence}>
          <Sentence found={found} query={query} info={store.info} />
        </p>
        <ChoiceLine>
          <AgencyChoice path={path} query={query} />
          {has && found.subsidiaries && <Grouped path={path} query={query} found={found} />}
          <Elsewhere path={path} found={found} query={query} store={store} />
          {has && (
            <p className="no-print">
              <ChangesLink query={query} />
            </p>
          )}
          {has && (
            <WindowForm
              query={total.query}
              days={{ from: store.info.data_from, to: store.info.data_through }}
            />
          )}
        </ChoiceLine>
      </PageHeader>
      <ParameterNotice store={store} problems={problems} without={href(path, query)} />
      <CompanyFigures {...found} />
      {has ? (
        <SectionBoundary name="The records of this company">
          {() => Records({ store, found, query })}
        </SectionBoundary>
      ) : (
        <>
          <SummaryContracts contracts={found.summarised} snapshot={query.snapshot} />
          {named && <Holders company={company} named={named} through={store.info.data_through} />}
          <NotCovered
            info={store.info}
            name={company.name}
            address={href("/contracts", selected.query)}
            isSummarised={found.summarised.length > 0}
          />
          <Recipients found={found} />
        </>
      )}
      <Colophon address={companyPage(company.slug, query)} info={store.info} />
    </article>
  );
}

function Lookalikes({ notes, query }: { notes: WholeCompany["lookalikes"]; query: Query }) {
  if (notes.length === 0) return null;
  return (
    <Notice title="Not to be confused">
      {notes.map(({ note, slug, name }) => (
        <p key={note}>
          {note} {slug && <Link href={companyPage(slug, query)}>{name}</Link>}
        </p>
      ))}
    </Notice>
  );
}

interface SentenceProps {
  found: WholeCompany;
  query: Query;
  info: SnapshotInfo;
}

/** What the page says, in one sentence. */
function Sentence({ found, query, info }: SentenceProps) {
  const { company, selected, subsidiaries, years, named } = found;
  const isOwnAlone = query.grouped === "no" && subsidiaries !== null && selected.totals.actions > 0;
  const total = isOwnAlone ? selected : found.total;
  const agency = scopeName(query);
  const { net, actions, contracts } = total.totals;
  const summaries = found.summarised.length;
  if (actions === 0 && summaries > 0) {
    return (
      <>
        {company.name} is known from award summaries alone: these records, {recordDays(info)}, hold no action
        of {agency} on {counted(summaries, "contract")} of it, so nothing here is a sum.
      </>
    );
  }
  if (actions === 0) {
    return (
      <>
        These records, {recordDays(info)}, hold no award by {agency} to a recipient known as {company.name}
        {named === null || named.totals.actions === 0 ? (
          "."
        ) : (
          <>
            ; it is named in the description of{" "}
            <Link href={href("/contracts", change(named.query, { view: "actions" }))}>
              {counted(named.totals.actions, "action")}
            </Link>{" "}
            on {counted(named.totals.contracts, "contract")} of other companies, as the rules of its brands
            count.
            <ExcludedActions
              excluded={named.left_out}
              words="words that the rules look for"
              rule="the rules leave"
            />
          </>
        )}
      </>
    );
  }
  const latest = years.at(-1);
  const unfinished = unfinishedPeriod("fiscal_year", info.data_through);
  const so = latest && unfinished?.key === latest.key ? " so far" : "";
  return (
    <>
      From {formatDay(info.data_from)} through {formatDay(info.data_through)}, {agency}{" "}
      {net < 0 ? "took back" : "obligated"}{" "}
      <Link href={href("/contracts", total.query)}>
        <Money cents={net} unsigned />
      </Link>{" "}
      {net < 0 ? `${moreThanAdded(agency)} on awards` : "(net)"} to{" "}
      {isOwnAlone ? `${company.name} itself` : toWhom(found)}
      {!isOwnAlone && found.owned && (
        <>
          {" "}
          (<OwnedSplitLinks {...found.owned} />)
        </>
      )}
      , in {counted(actions, "action")} on {counted(contracts, "contract")}
      {latest?.actions === 0 && `; none in FY${latest.fiscal_year}${so}`}
      {latest && latest.actions > 0 && (
        <>
          ;{" "}
          <Link href={href("/contracts", change(total.query, { fy: [latest.fiscal_year] }))}>
            <Money cents={latest.net} unsigned />
          </Link>{" "}
          {latest.net < 0
            ? `more taken back than added in FY${latest.fiscal_year}`
            : net < 0
              ? `obligated (net) in FY${latest.fiscal_year}`
              : `of it in FY${latest.fiscal_year}`}
          {so}
        </>
      )}
      .
    </>
  );
}

/** To whose recipients the company's figure is: it may be its subsidiaries' alone. */
function toWhom({ company, direct, subsidiaries, recipients }: WholeCompany): string {
  if (!subsidiaries?.totals.actions) return company.name;
  if (direct.totals.actions > 0) return `${company.name} and its subsidiaries`;
  const owned = recipients.filter(({ actions }) => actions > 0);
  return owned.length === 1
    ? `a subsidiary of ${company.name}, ${owned[0]?.name}`
    : `subsidiaries of ${company.name}`;
}

const ownedSaid = ({ owned }: WholeCompany) => (owned ? ` (${ownedSplitText(owned)})` : "");

/** The window of everything on the page. */
const recordDays = ({ data_from, data_through }: SnapshotInfo) =>
  `from ${formatDay(data_from)} through ${formatDay(data_through)}`;

/** What counts of subsidiaries in lists and charts: all their awards, those signed while owned, or none. */
function Grouped({ path, query, found }: { path: Route; query: Query; found: WholeCompany }) {
  const choices = [
    { grouped: "yes", label: "with subsidiaries" },
    ...(found.owned ? [{ grouped: "owned", label: "with subsidiaries while owned" } as const] : []),
    { grouped: "no", label: "as recorded, without subsidiaries" },
  ] as const;
  return (
    <p className="no-print">
      Lists and charts{" "}
      {choices.map(({ grouped, label }, index) => (
        <span key={grouped}>
          {index > 0 && " · "}
          {query.grouped === grouped ? (
            <strong>{label}</strong>
          ) : (
            <Link href={href(path, change(query, { grouped }))} scroll={false}>
              {label}
            </Link>
          )}
        </span>
      ))}
    </p>
  );
}

/** The agencies of the records that the page leaves out and that have the company too. */
function Elsewhere({
  path,
  found,
  query,
  store,
}: {
  path: Route;
  found: WholeCompany;
  query: Query;
  store: Store;
}) {
  if (found.elsewhere.length === 0) return null;
  const { agency: names } = codeNames(store);
  return (
    <p>
      {found.elsewhere.map(({ agency, totals }) => (
        <span key={agency}>
          In these records, too:{" "}
          <Link href={href(path, change(query, { agency: [agency] }))}>
            {counted(totals.actions, "action")} of {lookUp(names, agency) ?? agency}
          </Link>
        </span>
      ))}
    </p>
  );
}

/** Everything below the figures, where there are records. */
async function Records({ store, found, query }: { store: Store; found: WholeCompany; query: Query }) {
  const { company, selected, named, years, recipients } = found;
  if (selected.totals.actions === 0) return <OnlySubsidiaries found={found} query={query} store={store} />;
  const { info } = store;
  const unfinished = unfinishedPeriod("fiscal_year", info.data_through);
  const through = shortDay(info.data_through);
  const { office, agency } = codeNames(store);
  const { recent, largest, products } = await companyLists(store, selected.query, {
    ...most,
    recent: most.awards,
  });
  const all = selected.totals;
  const page = href(`/companies/${company.slug}` as Route, query);
  return (
    <>
      <KnownProblems store={store} query={selected.query} />
      {years.length > 0 && (
        <GroupChart
          by="fiscal_year"
          title="When was it obligated?"
          subtitle={`Net obligations by fiscal year (1 October to 30 September), ${shortDay(info.data_from)} – ${through}${ownedRemark(found, query)}`}
          groups={linked(years, selected.query, "fiscal_year")}
          query={selected.query}
          page={page}
          through={info.data_through}
        />
      )}
      <Section
        id="contracts"
        title="Contracts, recently active first"
        subtitle={
          <>
            By the day of the latest action.
            {!hasEnds(store) && " These records hold no end dates and no options to come."}{" "}
            <Link href={href("/contracts", { ...selected.query, sort: "-last_action" })}>
              All {counted(all.contracts, "contract")}
            </Link>
          </>
        }
      >
        <ContractList
          label="Contracts of this company, recently active first"
          limit={most.recent}
          contracts={recent}
          snapshot={query.snapshot}
          offices={office}
        />
      </Section>
      {hasEnds(store) && (
        <SectionBoundary name="What ends soon">
          {() => EndingSoon({ store, query: selected.query })}
        </SectionBoundary>
      )}
      <SummaryContracts contracts={found.summarised} snapshot={query.snapshot} />
      <Section
        id="for"
        title="What is it for, in the record’s words?"
        subtitle="The descriptions of the actions with the largest obligations, as recorded, then the recorded products and services."
      >
        <LargestActions actions={largest} snapshot={query.snapshot} />
        <GroupChart
          by="psc"
          level={3}
          title={questionOf("psc")}
          subtitle={`Net obligations by product or service as recorded, ${shortDay(info.data_from)} – ${through}`}
          query={selected.query}
          page={page}
          through={info.data_through}
          groups={linked(products.groups, selected.query, "psc")}
          rest={remaining(products.rest, "psc")}
          whole={all.net}
        />
      </Section>
      {named && <Holders company={company} named={named} through={store.info.data_through} />}
      <Section
        id="standing"
        title="Rank and share"
        subtitle={
          groupsByCompany(query)
            ? `Among all companies with an action in the year, by net obligations of the same agency${ownedRemark(found, query)}.`
            : "The rank is that of the whole group, and is shown with it."
        }
      >
        <Standings years={years} query={selected.query} unfinished={unfinished} />
      </Section>
      <Recipients found={found} />
      <CheckSection
        company={company}
        query={selected.query}
        contracts={recent}
        all={all.contracts}
        ueis={recipients.flatMap(({ uei }) => uei ?? [])}
        citation={companyCitation(
          company,
          all,
          query.agency.map((code) => lookUp(agency, code) ?? code).join(" and "),
          info,
          found.subsidiaries === null ? "" : leftOut[query.grouped],
          found.owned && query.grouped === "yes" ? ownedSplitText(found.owned) : null,
        )}
      />
    </>
  );
}

/** What of its subsidiaries a company's figure leaves out. */
const leftOut: Record<Query["grouped"], string> = {
  yes: "",
  owned: ", what was signed before an acquisition left out where the day is known",
  no: ", its subsidiaries left out",
};

/** How a list or chart treats what was awarded before an acquisition; empty where nothing was. */
function ownedRemark({ owned }: WholeCompany, { grouped }: Query): string {
  if (!owned || grouped === "no") return "";
  return grouped === "owned" ? ", while owned" : ", awards from before an acquisition included";
}

/** The company's contracts that end soon. */
async function EndingSoon({ store, query }: { store: Store; query: Query }) {
  const choice = { within: 180, end: "current" } as const;
  const today = washingtonDay(new Date());
  const found = await endings(store, { ...query, size: most.ending }, endingDays(choice, today));
  return (
    <Section
      id="ending"
      title={`Contracts that end within ${choice.within} days`}
      subtitle={
        <>
          By the current end as recorded, counted from {formatDay(today)}; the records go through{" "}
          {formatDay(store.info.data_through)}, so an end may have been moved since.{" "}
          <Link href={endingRequest.href("/ending", { query, ...choice })}>
            {found.contracts > 0
              ? `All ${counted(found.contracts, "contract")}, with options`
              : "What ends soon"}
          </Link>
          {" · "}
          <a href={endingRequest.href("/ending.ics", { query, ...choice })}>Calendar (.ics)</a>
        </>
      }
    >
      {found.contracts === 0 ? (
        <p>
          None of the {counted(found.known.usable, "contract")} with a recorded current end does;{" "}
          {counted(found.known.contracts - found.known.usable, "contract")} of it have none that can be used.
        </p>
      ) : (
        <EndingTable
          label="Contracts of this company that end soon"
          rows={found.rows}
          end={choice.end}
          hasValues={hasValues(store)}
          snapshot={query.snapshot}
        />
      )}
    </Section>
  );
}

/** What is left to show where subsidiaries do not count and nothing else has a record. */
function OnlySubsidiaries({ found, query, store }: { found: WholeCompany; query: Query; store: Store }) {
  const { company, named } = found;
  return (
    <>
      <Notice title={`No action here is with ${company.name} itself`}>
        <p>
          All of them are of subsidiaries.{" "}
          <Link href={companyPage(company.slug, change(query, { grouped: "yes" }))}>
            Lists and charts with subsidiaries
          </Link>
        </p>
      </Notice>
      {named && <Holders company={company} named={named} through={store.info.data_through} />}
      <Recipients found={found} />
    </>
  );
}

function Recipients({ found: { recipients, selected } }: { found: WholeCompany }) {
  if (recipients.length === 0) return null;
  return (
    <Section
      id="recipients"
      title={`Recipients grouped here (${formatCount(recipients.length)})`}
      subtitle="The names under which the records know this company, grouped by who owns them now. Awards from before an acquisition count too; where the start of ownership is known, they are also shown separately. The group is this site’s own and not part of the record."
    >
      <RecipientsTable
        recipients={recipients}
        scope={change(selected.query, { company: [], grouped: "yes" })}
      />
    </Section>
  );
}

interface HoldersProps {
  company: WholeCompany["company"];
  named: NonNullable<WholeCompany["named"]>;
  through: Day;
}

function Holders({ company, named, through }: HoldersProps) {
  const { groups: first, rest } = firstGroups(named.holders.groups, most.holders);
  return (
    <MentionHolders
      company={company}
      brands={named.brands}
      query={named.query}
      actions={named.totals.actions}
      net={named.totals.net}
      excluded={named.left_out}
      holders={linked(first, named.query, "company")}
      rest={remaining(rest, "company")}
      through={through}
    />
  );
}

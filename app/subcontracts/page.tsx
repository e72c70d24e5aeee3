import type { Metadata, Route } from "next";
import { readPage } from "@/app/read-page";
import {
  ReportsTable,
  repeatsText,
  reportsCaveat,
  SubcontractorsTable,
} from "@/components/subcontracts/subcontracts";
import { Pager, PastTheEnd } from "@/components/table/pager";
import { Link } from "@/components/ui/link";
import { Notice, ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { formatDay } from "@/lib/contracts/days";
import { counted, formatMoney, roundedMoney } from "@/lib/contracts/money";
import { joinNames } from "@/lib/contracts/text";
import { pageMetadata } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { change, type Query } from "@/lib/query/query";
import { type SubawardsRequest, subawardsApiRequest, subcontractsRequest } from "@/lib/query/requests";
import { tableSort } from "@/lib/query/table-sort";
import type { Store } from "@/lib/store/open";
import { listSubawards, listSubcontractors, subawardCoverage, subawardTotals } from "@/lib/store/subawards";

const path = "/subcontracts" as Route;

const title = "Subcontracts, as prime contractors reported them";

/** The finding: what the reports of a selection come to. */
async function finding(store: Store, request: SubawardsRequest): Promise<string> {
  const totals = await subawardTotals(store, request);
  const { amount, reports, companies, contracts } = totals;
  const repeats = repeatsText(totals);
  const agency = agencyNames(request.query);
  if (reports === 0) return `No report of a subcontract under a contract of ${agency} fits.`;
  const names = reports === 1 ? "names" : "name";
  const as = companies === 1 ? "a subcontractor" : "subcontractors";
  return `${counted(reports, "report")} under ${counted(contracts, `${agency} contract`)} ${names} ${counted(companies, "company", "companies")} as ${as}, for ${roundedMoney(amount)} in all.${repeats && ` ${repeats}.`}`;
}

export async function generateMetadata({ searchParams }: PageProps<"/subcontracts">): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, request } = await readPage(subcontractsRequest, searchParams);
    return {
      title,
      description: await finding(store, request),
      address: subcontractsRequest.href(path, { ...request, table_sort: [] }),
    };
  });
}

/** Reports of subcontracts: who is named as a subcontractor, and each report. */
export default async function SubcontractsPage({ searchParams }: PageProps<"/subcontracts">) {
  const { store, request, problems } = await readPage(subcontractsRequest, searchParams);
  const { query } = request;
  const coverage = await subawardCoverage(store);
  const here = subcontractsRequest.href(path, request);
  const file = (extension: "csv" | "json") =>
    subawardsApiRequest.href(`/subawards.${extension}`, { ...request, query: change(query, { page: 1 }) });
  return (
    <>
      <PageHeader
        title="Subcontracts"
        lede={
          coverage === null ? "These records have no reports of subcontracts." : await finding(store, request)
        }
      >
        <ChoiceLine>
          <AgencyChoice path={path} query={change(query, { page: 1 })} />
          {coverage !== null && (
            <p className="no-print">
              <a href={file("csv")}>Data (CSV)</a> · <a href={file("json")}>Data (JSON)</a>
            </p>
          )}
        </ChoiceLine>
      </PageHeader>
      <ParameterNotice store={store} problems={problems} without={here} />
      {coverage !== null && (
        <>
          <Notice title="Reporting is patchy">
            <p>
              {reportsCaveat(coverage)} The subcontracts here were signed from {formatDay(coverage.from)},
              through {formatDay(coverage.to)}. Subcontractors of subcontractors are not reported.
            </p>
          </Notice>
          <Selection store={store} request={request} />
          <SectionBoundary name="The subcontractors">
            {() => Subcontractors({ store, request, page: here })}
          </SectionBoundary>
          <SectionBoundary name="The reports">{() => Reports({ store, request })}</SectionBoundary>
        </>
      )}
    </>
  );
}

/** What the address chooses, with a link to everything. */
function Selection({
  store,
  request: { query, contract, prime },
}: {
  store: Store;
  request: SubawardsRequest;
}) {
  const nameOf = (slug: string) =>
    [...store.lookups.company.values()].find((company) => company.slug === slug)?.name ?? slug;
  const chosen = [
    ...query.company.map((slug) => `of ${nameOf(slug)}`),
    ...(prime === null ? [] : [`under contracts of ${nameOf(prime)}`]),
    ...(contract === null ? [] : [`under contract ${contract}`]),
    ...(query.from === null ? [] : [`signed from ${formatDay(query.from)}`]),
    ...(query.to === null ? [] : [`signed through ${formatDay(query.to)}`]),
  ];
  if (chosen.length === 0) return null;
  return (
    <p>
      Only subcontracts {joinNames(chosen)}.{" "}
      <Link href={subcontractsRequest.href(path, { query: everything(query) })}>All subcontracts</Link>
    </p>
  );
}

const everything = (query: Query) => change(query, { company: [], from: null, to: null });

interface PartProps {
  store: Store;
  request: SubawardsRequest;
}

/** How many subcontractors are listed at first. */
const mostSubcontractors = 25;

async function Subcontractors({ store, request, page }: PartProps & { page: Route }) {
  const { query, contract } = request;
  const rows = await listSubcontractors(store, request);
  if (rows.length < 2) return null;
  const isCut = request.rows === null && rows.length > mostSubcontractors;
  return (
    <Section
      id="subcontractors"
      title={`Companies reported as subcontractors (${rows.length})`}
      subtitle={
        <>
          Grouped by the same rules as recipients.{" "}
          {isCut && (
            <Link href={subcontractsRequest.href(path, { ...request, rows: "all" })} scroll={false}>
              All {counted(rows.length, "company", "companies")}
            </Link>
          )}
        </>
      }
    >
      <SubcontractorsTable
        label="Companies reported as subcontractors"
        rows={rows}
        contract={contract}
        agency={query.agency}
        snapshot={query.snapshot}
        sort={tableSort(page, "subcontractors", "-amount")}
        {...(isCut && { most: mostSubcontractors })}
      />
    </Section>
  );
}

async function Reports({ store, request }: PartProps) {
  const { query } = request;
  const { page: number, size } = query;
  const [rows, totals] = await Promise.all([
    listSubawards(store, request, { number, size }),
    subawardTotals(store, request),
  ]);
  if (totals.reports === 0) return null;
  const repeats = repeatsText(totals);
  const pager = {
    query,
    rows: totals.reports,
    address: (other: Query) => subcontractsRequest.href(path, { ...request, query: other }),
  };
  return (
    <Section
      id="reports"
      title="Reports, newest signature first"
      subtitle={`${formatMoney(totals.amount)} in ${counted(totals.reports, "report")}${repeats && `; ${repeats}, with the same contract, number, company and amount`}.`}
    >
      {rows.length === 0 ? (
        <PastTheEnd {...pager} />
      ) : (
        <>
          <ReportsTable label="Reports of subcontracts" rows={rows} snapshot={query.snapshot} />
          <Pager {...pager} />
        </>
      )}
    </Section>
  );
}

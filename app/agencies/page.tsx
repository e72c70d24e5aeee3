import type { Metadata, Route } from "next";
import { DataNotes } from "@/app/data-notes";
import { listLink, readPage } from "@/app/read-page";
import { type OfficeRow, OfficesTable } from "@/components/agencies/offices-table";
import { IncompleteYearNote } from "@/components/figures/incomplete-year-note";
import { TotalsSentence } from "@/components/figures/records-link";
import { YearToDateFigures } from "@/components/figures/year-to-date";
import { Link } from "@/components/ui/link";
import { ParameterNotice } from "@/components/ui/notice";
import { GroupedLink, PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { formatDay } from "@/lib/contracts/days";
import { noTotals } from "@/lib/contracts/totals";
import { pageMetadata, sumSentence } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { agencyPage } from "@/lib/query/pages";
import { change, href, type Query } from "@/lib/query/query";
import { comparisonProblems } from "@/lib/query/relevant-problems";
import { agenciesRequest } from "@/lib/query/requests";
import { tableSort } from "@/lib/query/table-sort";
import { agencyTotals, type CodeName, listAgencies, ofAgency } from "@/lib/store/agencies";
import { totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { overviewQueries } from "@/lib/store/overview";
import { awardingAgencies } from "@/lib/store/search";

import styles from "./agencies.module.css";

export async function generateMetadata({ searchParams }: PageProps<"/agencies">): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, request } = await readPage(agenciesRequest, searchParams);
    const { query } = request;
    const agencies = await listAgencies(store);
    const allAgencies = change(query, { agency: agencies.map(({ code }) => code) });
    return {
      title: "Agencies and their offices",
      description: sumSentence(agencyNames(allAgencies), await totals(store, allAgencies), store.info),
      address: href("/agencies", query),
    };
  });
}

export default async function Agencies({ searchParams }: PageProps<"/agencies">) {
  const { store, request, list, problems } = await readPage(agenciesRequest, searchParams);
  const { query } = request;
  const { data_from: from, data_through: through } = store.info;
  const allAgencies = change(query, { agency: awardingAgencies(store) });
  const page = agenciesRequest.href("/agencies" as Route, request);
  return (
    <>
      <PageHeader
        title="Agencies"
        lede={`The sub-agencies and offices that signed the contract actions in these records, from ${formatDay(from)}, through ${formatDay(through)}. Each action counts under the agency that signed it and the office in its PIID.`}
      >
        <p className={styles.aside}>
          {query.grouped === "no" ? "Recipients as recorded" : "Recipients grouped by company"} ·{" "}
          <GroupedLink query={query} address={(other) => href("/agencies", change(query, other))} /> ·{" "}
          <Link href={href("/contracts", change(allAgencies, { show: "agency" }))}>Charts side by side</Link>{" "}
          · <Link href="/method#left-out">What is left out</Link>
        </p>
      </PageHeader>
      <ParameterNotice store={store} problems={problems} without={page} list={listLink(list, query)} />
      <DataNotes store={store} query={allAgencies} />
      <SectionBoundary name="The agencies and their offices">
        {() => AgencySections({ store, query, page })}
      </SectionBoundary>
    </>
  );
}

async function AgencySections({ store, query, page }: { store: Store; query: Query; page: Route }) {
  const { data_from: from, data_through: through } = store.info;
  const agencies = await loadAgencies(store, query);
  return (
    <>
      {agencies.map(({ code, name, year, queries, windows, offices }) => (
        <Section
          key={code}
          title={<Link href={agencyPage(code, query)}>{name}</Link>}
          subtitle={`Fiscal year ${year.fiscalYear} to date (${formatDay(year.from)} – ${formatDay(year.to)}), agency ${code}`}
        >
          <YearToDateFigures year={year} />
          {year.then && (
            <IncompleteYearNote problems={comparisonProblems(store.info.problems, year.current)} />
          )}
          <p className={styles.all}>
            All records, {formatDay(from)} – {formatDay(through)}:{" "}
            <TotalsSentence query={queries.all} totals={windows.all} />.
          </p>
          <OfficesTable
            agency={{ code, name }}
            offices={offices}
            whole={windows}
            queries={queries}
            fiscalYear={year.fiscalYear}
            sort={tableSort(page, `offices_${code.toLowerCase()}`, "-net")}
          />
        </Section>
      ))}
    </>
  );
}

/** Totals of agencies and offices in all records, the fiscal year to date, and the same dates a year before. */
async function loadAgencies(store: Store, query: Query) {
  const { data_through: through } = store.info;
  const { current, earlier } = overviewQueries(query, through);
  const [all, toDate, before] = await Promise.all([
    agencyTotals(store, query),
    agencyTotals(store, current),
    agencyTotals(store, earlier),
  ]);
  const byCode = <Entry extends CodeName>(rows: Entry[] | undefined, { code }: CodeName) =>
    rows?.find((row) => row.code === code);
  return all.rows
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .map((agency) => {
      const { code, name, totals, offices } = agency;
      const [inYear, inYearBefore] = [byCode(toDate.rows, agency), byCode(before.rows, agency)];
      const year = overviewQueries(ofAgency(query, code), through);
      const [now, then] = [inYear?.totals ?? noTotals, inYearBefore?.totals ?? noTotals];
      return {
        code,
        name,
        year: { ...year, now, then },
        queries: { all: ofAgency(query, code), current: year.current, earlier: year.earlier },
        windows: {
          all: totals,
          current: inYear?.totals ?? null,
          earlier: inYearBefore?.totals ?? null,
        },
        offices: offices.map(
          (office): OfficeRow => ({
            code: office.code,
            name: office.name,
            all: office.totals,
            current: byCode(inYear?.offices, office)?.totals ?? null,
            earlier: byCode(inYearBefore?.offices, office)?.totals ?? null,
          }),
        ),
      };
    });
}

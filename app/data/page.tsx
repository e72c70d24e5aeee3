import type { Metadata, Route } from "next";
import { headers } from "next/headers";

import { readPage } from "@/app/read-page";
import { AddingFiles, LicenseSection } from "@/components/data/adding-files";
import {
  KnownProblemList,
  RejectedRows,
  RowAccounts,
  SnapshotFacts,
  SnapshotList,
  SourcesTable,
} from "@/components/data/records";
import { ColumnDictionary, EndpointTable, ParameterTable } from "@/components/data/reference";
import { TableOfContents } from "@/components/data/table-of-contents";
import { JsonLd } from "@/components/ui/json-ld";
import { Link } from "@/components/ui/link";
import { ParameterNotice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { originOf } from "@/lib/http/origin";
import { pageMetadata } from "@/lib/http/page-metadata";
import { dataRequest } from "@/lib/query/requests";
import { tableSort } from "@/lib/query/table-sort";
import { listSnapshots } from "@/lib/snapshot/manifest";
import { codeNames } from "@/lib/store/facets";
import { readReport, storedRejects, storedSources } from "@/lib/store/report";

import { datasetOf } from "./dataset";

export const generateMetadata = (): Promise<Metadata> =>
  pageMetadata(async () => ({
    title: "Data",
    description:
      "Where the records come from, what became of every row, known problems, columns, and how to download everything.",
    address: "/data",
  }));

const parts = [
  { id: "snapshot", title: "Snapshot" },
  { id: "snapshots", title: "Snapshots" },
  { id: "sources", title: "Sources" },
  { id: "accounts", title: "Every row accounted for" },
  { id: "rejects", title: "Rejected rows" },
  { id: "problems", title: "Known problems" },
  { id: "columns", title: "Column dictionary" },
  { id: "parameters", title: "Query parameters" },
  { id: "api", title: "API and downloads" },
  { id: "add", title: "Add a file of your own" },
  { id: "license", title: "License" },
];

const maxRejects = 100;

export default async function DataPage({ searchParams }: PageProps<"/data">) {
  const { store, request, problems } = await readPage(dataRequest, searchParams);
  const { info } = store;
  const { agency: agencies } = codeNames(store);
  const page = dataRequest.href("/data" as Route, request);
  const sortOf = (table: string) => tableSort(page, table);
  return (
    <>
      <JsonLd data={datasetOf(info, originOf(await headers()), agencies)} />
      <PageHeader
        title="Data"
        lede="Where the records come from, what became of every row, and how to check or download all of it."
      >
        {/* Addresses of the time when this page had the method. */}
        <p id="method">
          <Link href="/method">How we calculate figures, and a glossary</Link>{" "}
          <span id="left-out">
            · <Link href="/method#left-out">What is left out</Link>
          </span>
        </p>
      </PageHeader>
      <ParameterNotice store={store} problems={problems} without={page} />
      <TableOfContents parts={parts} />
      <SnapshotFacts info={info} />
      <SectionBoundary name="The snapshots">
        {async () => (
          <SnapshotList snapshots={await listSnapshots()} shown={info.id} sort={sortOf("snapshots")} />
        )}
      </SectionBoundary>
      <SectionBoundary name="The sources">
        {async () => (
          <SourcesTable sources={await storedSources(store)} agencies={agencies} sort={sortOf("sources")} />
        )}
      </SectionBoundary>
      <SectionBoundary name="The account of every row">
        {async () => <RowAccounts report={await readReport(store)} sort={sortOf("accounts")} />}
      </SectionBoundary>
      <SectionBoundary name="The rejected rows">
        {async () => {
          const [{ totals }, rejects] = await Promise.all([
            readReport(store),
            storedRejects(store, maxRejects),
          ]);
          return (
            <RejectedRows
              rejects={rejects}
              total={totals.rejected}
              snapshot={info.id}
              sort={sortOf("rejects")}
            />
          );
        }}
      </SectionBoundary>
      <KnownProblemList problems={info.problems} agencies={agencies} />
      <ColumnDictionary has={info.has} sortOf={sortOf} />
      <ParameterTable />
      <EndpointTable />
      <AddingFiles />
      <LicenseSection />
    </>
  );
}

import type { Metadata } from "next";

import { DataNotes } from "@/app/data-notes";
import { readPage } from "@/app/read-page";
import { TableOfContents } from "@/components/data/table-of-contents";
import { Exclusions, FiguresSection } from "@/components/method/figures";
import { Glossary, ObligatedSection } from "@/components/method/glossary";
import { WorkedExample } from "@/components/method/worked-example";
import { Link } from "@/components/ui/link";
import { ParameterNotice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { pageMetadata } from "@/lib/http/page-metadata";
import { snapshotRequest } from "@/lib/query/requests";
import { exampleContract } from "@/lib/store/example";
import { storedLeftOut } from "@/lib/store/report";

export const generateMetadata = (): Promise<Metadata> =>
  pageMetadata(async () => ({
    title: "Method and glossary",
    description:
      "What “obligated” means, the terms of federal contracting in plain words, how we calculate figures, what they leave out, and how to check one.",
    address: "/method",
  }));

const parts = [
  { id: "what", title: "What does “obligated” mean?" },
  { id: "glossary", title: "Glossary" },
  { id: "method", title: "How we calculate figures" },
  { id: "example", title: "Check a figure yourself" },
  { id: "left-out", title: "What is left out" },
];

export default async function MethodPage({ searchParams }: PageProps<"/method">) {
  const { store, request, problems } = await readPage(snapshotRequest, searchParams);
  return (
    <>
      <PageHeader
        title="Method and glossary"
        lede="What the figures mean, how we calculate them, what they leave out, and how to check one."
      />
      <ParameterNotice store={store} problems={problems} without="/method" />
      <DataNotes store={store} query={request.query} />
      <TableOfContents parts={parts} />
      <ObligatedSection />
      <Glossary />
      <FiguresSection info={store.info} />
      <SectionBoundary name="The example">
        {async () => {
          const found = await exampleContract(store);
          return found && <WorkedExample {...found} info={store.info} />;
        }}
      </SectionBoundary>
      <SectionBoundary name="What is left out">
        {async () => <Exclusions info={store.info} leftOut={await storedLeftOut(store)} />}
      </SectionBoundary>
      <p>
        Sources, the account of every row, known problems, columns and the API are on{" "}
        <Link href="/data">Data</Link>.
      </p>
    </>
  );
}

import type { Metadata, Route } from "next";
import { headers } from "next/headers";

import { DataNotes } from "@/app/data-notes";
import { readPage } from "@/app/read-page";
import { CheckList, CheckMethod } from "@/components/checks/check-list";
import { Chip, Chips } from "@/components/ui/chip";
import { Link } from "@/components/ui/link";
import { ParameterNotice } from "@/components/ui/notice";
import { ChoiceLine, PageHeader } from "@/components/ui/page-header";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { trackedAgencies } from "@/lib/contracts/agencies";
import { formatCount } from "@/lib/contracts/money";
import { type Verdict, verdictNames, verdicts } from "@/lib/contracts/published-figures";
import { checksFinding } from "@/lib/findings/checks";
import { originOf } from "@/lib/http/origin";
import { pageMetadata } from "@/lib/http/page-metadata";
import { change } from "@/lib/query/query";
import { checksApiRequest, checksRequest } from "@/lib/query/requests";
import { listChecks } from "@/lib/store/checks";

const path = "/checks" as Route;

export async function generateMetadata({ searchParams }: PageProps<"/checks">): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, request } = await readPage(checksRequest, searchParams);
    return {
      title: "Figures in circulation, compared with the records",
      description: checksFinding(await listChecks(store)),
      address: checksRequest.href(path, request),
    };
  });
}

/** Figures on these contracts that were published, each next to that of the records. */
export default async function ChecksPage({ searchParams }: PageProps<"/checks">) {
  const { store, request, problems } = await readPage(checksRequest, searchParams);
  const { query, verdict } = request;
  const checks = await listChecks(store);
  const shown = checks.filter((check) => verdict.length === 0 || verdict.includes(check.verdict));
  const file = (extension: "csv" | "json") => checksApiRequest.href(`/checks.${extension}`, request);
  return (
    <>
      <PageHeader title="Figures in circulation" lede={checksFinding(checks)}>
        <ChoiceLine>
          <p className="no-print">
            <Link href={file("csv")}>Data (CSV)</Link> · <Link href={file("json")}>Data (JSON)</Link> ·{" "}
            <a href="#method">How we compare</a> · <Link href="/find">Find another figure</Link>
          </p>
        </ChoiceLine>
        <nav aria-label="Verdicts">
          <ChoiceLine>
            <Chips label="Verdict">
              <Chip
                href={checksRequest.href(path, { query })}
                text={`All (${formatCount(checks.length)})`}
                current={verdict.length === 0}
              />
              {verdictNames.map((name) => (
                <Chip
                  key={name}
                  href={checksRequest.href(path, { query, verdict: [name] })}
                  text={`${verdicts[name]} (${formatCount(countOf(checks, name))})`}
                  current={verdict.includes(name)}
                />
              ))}
            </Chips>
          </ChoiceLine>
        </nav>
      </PageHeader>
      <ParameterNotice store={store} problems={problems} without={checksRequest.href(path, request)} />
      <DataNotes store={store} query={change(query, { agency: trackedAgencies.map(({ code }) => code) })} />
      <SectionBoundary name="The figures">
        {async () => (
          <CheckList checks={shown} through={store.info.data_through} origin={originOf(await headers())} />
        )}
      </SectionBoundary>
      <CheckMethod />
    </>
  );
}

const countOf = (checks: { verdict: Verdict }[], name: Verdict) =>
  checks.filter(({ verdict }) => verdict === name).length;

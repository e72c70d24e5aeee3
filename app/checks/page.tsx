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
import {
  isConfirmed,
  unconfirmed,
  type Verdict,
  verdictNames,
  verdicts,
} from "@/lib/contracts/published-figures";
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
  const chips = [
    { text: "All", verdicts: [] },
    ...verdictNames.filter(isConfirmed).map((name) => ({ text: verdicts[name], verdicts: [name] })),
    { text: "Not confirmed", verdicts: unconfirmed },
    ...unconfirmed.map((name) => ({ text: verdicts[name], verdicts: [name] })),
  ];
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
              {chips.map((chip) => (
                <Chip
                  key={chip.text}
                  href={checksRequest.href(path, { query, verdict: chip.verdicts })}
                  text={`${chip.text} (${formatCount(countOf(checks, chip.verdicts))})`}
                  current={verdict.toSorted().join() === chip.verdicts.toSorted().join()}
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
          <CheckList
            checks={shown}
            through={store.info.data_through}
            origin={originOf(await headers())}
            hasReasons={verdict.length > 0}
          />
        )}
      </SectionBoundary>
      <CheckMethod />
    </>
  );
}

const countOf = (checks: { verdict: Verdict }[], names: readonly Verdict[]) =>
  names.length === 0 ? checks.length : checks.filter(({ verdict }) => names.includes(verdict)).length;

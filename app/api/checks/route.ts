import { snapshotColumn } from "@/lib/contracts/columns";
import type { Cents } from "@/lib/contracts/money";
import { verdictReason } from "@/lib/findings/checks";
import { answer, answerSheet } from "@/lib/http/answer";
import { exportName, formatOf } from "@/lib/http/export";
import { sheetFormats } from "@/lib/http/groups";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import type { SheetColumn } from "@/lib/http/sheet";
import type { Check } from "@/lib/query/checks";
import { href } from "@/lib/query/query";
import { checksApiRequest } from "@/lib/query/requests";
import { listChecks } from "@/lib/store/checks";
import { openStore } from "@/lib/store/open";

/** Published figures compared with the records, as JSON or CSV. */
export const GET = route(async ({ request, params }) => {
  const { pathname } = new URL(request.url);
  const {
    query,
    verdict,
    format: named,
  } = readRequest(checksApiRequest, params, (read) => formatOf(pathname, read.format, sheetFormats).faults);
  const { format } = formatOf(pathname, named, sheetFormats);
  const store = await openStore(query.snapshot);
  const { info } = store;
  const find = async () => (await listChecks(store, verdict)).map(asRow);
  const own = verdict.join();
  if (format === "csv") {
    const file = exportName(query, info.id, format, { what: "checks", more: { verdict: own } });
    const columns: SheetColumn<CheckRow>[] = [
      ...sheetColumns,
      { name: snapshotColumn, kind: "text", value: () => info.id },
    ];
    return answerSheet(request, info, query, { file, columns, rows: find }, own);
  }
  return answer(
    "/api/checks",
    request,
    info,
    query,
    async () => ({ snapshot: aboutSnapshot(info, query), query, rows: await find() }),
    own,
  );
});

type CheckRow = ReturnType<typeof asRow>;

function asRow(check: Check) {
  const { selection, window, query: _, note, ...facts } = check;
  const difference: Cents = check.value - check.net;
  return {
    ...facts,
    difference,
    ...window,
    records: href("/contracts", selection),
    reason: verdictReason(check),
    note,
  };
}

const texts = ["id", "publisher", "published", "statement", "figure", "measure"] as const;
const sums = ["net", "added", "taken_back", "whole", "repeated"] as const;

const sheetColumns: SheetColumn<CheckRow>[] = [
  ...texts.map((name) => ({ name, kind: "text", value: (row: CheckRow) => row[name] }) as const),
  { name: "value", kind: "money", value: ({ value }) => value },
  { name: "verdict", kind: "code", value: ({ verdict }) => verdict },
  { name: "other", kind: "code", value: ({ other }) => other },
  { name: "factor", kind: "count", value: ({ factor }) => factor },
  { name: "difference", kind: "money", value: ({ difference }) => difference },
  { name: "from", kind: "day", value: ({ from }) => from },
  { name: "to", kind: "day", value: ({ to }) => to },
  ...sums.map((name) => ({ name, kind: "money", value: (row: CheckRow) => row[name] }) as const),
  { name: "actions", kind: "count", value: ({ actions }) => actions },
  { name: "contracts", kind: "count", value: ({ contracts }) => contracts },
  ...(["records", "reason", "note", "seen_in", "url"] as const).map(
    (name) => ({ name, kind: "text", value: (row: CheckRow) => row[name] }) as const,
  ),
];

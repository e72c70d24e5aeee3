import type { Cents } from "@/lib/contracts/money";
import { verdictReason } from "@/lib/findings/checks";
import { endpoint } from "@/lib/http/endpoint";
import { aboutQuery } from "@/lib/http/json";
import { fields } from "@/lib/http/sheet";
import type { Check } from "@/lib/query/checks";
import { href } from "@/lib/query/query";
import { listChecks } from "@/lib/store/checks";

/** Published figures compared with the records, as JSON or CSV. */
export const GET = endpoint("/api/checks", ({ requested, format, store, json, sheet }) => {
  const { query, verdict } = requested;
  const find = async () => (await listChecks(store, verdict)).map(asRow);
  if (format === "csv") return sheet({ what: "checks", more: { verdict: verdict.join() } }, columns, find);
  return json(async () => ({ ...aboutQuery(store.info, query), rows: await find() }));
});

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

const columns = [
  ...fields("text", "id", "publisher", "published", "statement", "figure", "measure"),
  ...fields("money", "value"),
  ...fields("code", "verdict", "other"),
  ...fields("count", "factor"),
  ...fields("money", "difference"),
  ...fields("day", "from", "to"),
  ...fields("money", "net", "added", "taken_back", "whole", "repeated"),
  ...fields("count", "actions", "contracts"),
  ...fields("text", "records", "reason", "note", "seen_in", "url"),
];

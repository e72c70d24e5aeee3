import { snapshotColumn } from "@/lib/contracts/columns";
import type { ContractAction } from "@/lib/contracts/rows";
import { answer, answerSheet, requireSnapshot } from "@/lib/http/answer";
import { exportName } from "@/lib/http/export";
import { aboutSnapshot, toJson } from "@/lib/http/json";
import { openHeaders, Problem, readRequest } from "@/lib/http/problem";
import { contractChoices } from "@/lib/http/responses";
import { route } from "@/lib/http/route";
import type { SheetColumn } from "@/lib/http/sheet";
import { defaults } from "@/lib/query/query";
import { contractRequest } from "@/lib/query/requests";
import { wholeContract } from "@/lib/store/contract";
import { openStore } from "@/lib/store/open";
import { contractSubawards } from "@/lib/store/subawards";
import { suggestions } from "@/lib/store/suggested";

const runningTotalColumns = (snapshot: string): SheetColumn<ContractAction>[] => [
  { name: "action_date", kind: "day", value: ({ action_date }) => action_date },
  { name: "modification_number", kind: "code", value: ({ modification_number }) => modification_number },
  { name: "kind", kind: "text", value: ({ kind }) => kind },
  {
    name: "federal_action_obligation",
    kind: "money",
    value: ({ federal_action_obligation }) => federal_action_obligation,
  },
  { name: "running_total", kind: "money", value: ({ running_total }) => running_total },
  { name: snapshotColumn, kind: "text", value: () => snapshot },
];

/**
 * One contract by award key, `<sub-agency>-<PIID>` or PIID; 300 if a PIID has several. The CSV is the running total of its
 * actions.
 */
export const GET = route(async ({ request, params, key }) => {
  const { query: requested, format } = readRequest(contractRequest, params);
  const query = { ...defaults("actions"), snapshot: requested.snapshot };
  const store = await openStore(query.snapshot);
  requireSnapshot(store.info, query);
  const found = await wholeContract(store, key);
  if (!found) {
    throw new Problem(404, "No such contract", "This snapshot has no contract with that award key or PIID.");
  }
  const one = "contract" in found ? found.contract : "summary" in found ? found.summary : null;
  const snapshot = aboutSnapshot(store.info, one === null ? query : { ...query, agency: [one.agency] });
  if ("choices" in found) {
    const body = toJson(contractChoices, { snapshot, choices: found.choices });
    return Response.json(body, { status: 300, headers: openHeaders });
  }
  if (format === "csv") {
    return answerSheet(request, store.info, query, {
      file: exportName(query, store.info.id, format, { what: "running-total", more: { contract: key } }),
      columns: runningTotalColumns(store.info.id),
      rows: async () => ("contract" in found ? found.actions : []),
    });
  }
  return answer("/api/contracts/{key}", request, store.info, query, async () => {
    if ("summary" in found) {
      // Known from an award summary only, without an action.
      return {
        snapshot,
        contract: { ...found.summary, facts_as_of: found.facts_as_of },
        actions: [],
        brands: [],
        siblings: found.siblings,
        predecessors: [],
        successors: [],
        subcontracts: await contractSubawards(store, found.summary),
      };
    }
    const [{ predecessors, successors }, subcontracts] = await Promise.all([
      suggestions(store, found.contract),
      contractSubawards(store, found.contract),
    ]);
    return {
      snapshot,
      contract: { ...found.contract, facts_as_of: found.facts_as_of },
      actions: found.actions,
      brands: found.brands,
      siblings: found.siblings,
      predecessors,
      successors,
      subcontracts,
    };
  });
});

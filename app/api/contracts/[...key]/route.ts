import { endpoint } from "@/lib/http/endpoint";
import { aboutSnapshot, toJson } from "@/lib/http/json";
import { openHeaders, Problem } from "@/lib/http/problem";
import { contractChoices } from "@/lib/http/responses";
import { fields } from "@/lib/http/sheet";
import { defaults } from "@/lib/query/query";
import { wholeContract } from "@/lib/store/contract";
import { contractSubawards } from "@/lib/store/subawards";
import { suggestions } from "@/lib/store/suggested";

const runningTotalColumns = [
  ...fields("day", "action_date"),
  ...fields("code", "modification_number"),
  ...fields("text", "kind"),
  ...fields("money", "federal_action_obligation", "running_total"),
];

/**
 * One contract by award key, `<sub-agency>-<PIID>` or PIID; 300 if a PIID has several. The CSV is the running total of its
 * actions.
 */
export const GET = endpoint("/api/contracts/{key}", async (call) => {
  const { requested, format, store, info, key, json, sheet } = call;
  const query = { ...defaults("actions"), snapshot: requested.query.snapshot };
  const found = await wholeContract(store, key);
  if (!found) {
    throw new Problem(404, "No such contract", "This snapshot has no contract with that award key or PIID.");
  }
  const one = "contract" in found ? found.contract : "summary" in found ? found.summary : null;
  const snapshot = aboutSnapshot(info, one === null ? query : { ...query, agency: [one.agency] });
  if ("choices" in found) {
    const body = toJson(contractChoices, { snapshot, choices: found.choices });
    return Response.json(body, { status: 300, headers: openHeaders });
  }
  if (format === "csv")
    return sheet({ what: "running-total", more: { contract: key } }, runningTotalColumns, async () =>
      "contract" in found ? found.actions : [],
    );
  const { facts_as_of, siblings } = found;
  return json(async () => {
    if ("summary" in found) {
      // Known from an award summary only, without an action.
      return {
        snapshot,
        contract: { ...found.summary, facts_as_of },
        actions: [],
        brands: [],
        siblings,
        predecessors: [],
        successors: [],
        subcontracts: await contractSubawards(store, found.summary),
      };
    }
    const [{ predecessors, successors }, subcontracts] = await Promise.all([
      suggestions(store, found.contract),
      contractSubawards(store, found.contract),
    ]);
    const { contract, actions, brands } = found;
    return {
      ...{ snapshot, contract: { ...contract, facts_as_of }, actions, brands, siblings },
      ...{ predecessors, successors, subcontracts },
    };
  });
});

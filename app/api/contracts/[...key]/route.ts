import { answer, requireSnapshot } from "@/lib/http/answer";
import { aboutSnapshot, inDollars } from "@/lib/http/json";
import { openHeaders, Problem, requireOnly } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { defaults } from "@/lib/query/query";
import { findContract, suggestions } from "@/lib/store/contract";
import { openStore } from "@/lib/store/open";

/** One contract whole, by award key, `<sub-agency>-<PIID>` or PIID; 300 where a PIID has several. */
export const GET = route(async ({ request, params, key }) => {
  const { snapshot: named } = requireOnly(params, ["snapshot"]);
  const query = { ...defaults("actions"), snapshot: named };
  const store = await openStore(query.snapshot);
  requireSnapshot(store.info, query);
  const found = await findContract(store, key);
  if (!found) {
    throw new Problem(404, "No such contract", "No contract in this snapshot has that award key or PIID.");
  }
  const one = "contract" in found ? found.contract : "summary" in found ? found.summary : null;
  const snapshot = aboutSnapshot(store.info, one === null ? query : { ...query, agency: [one.agency] });
  if ("choices" in found) {
    const body = { snapshot, choices: found.choices.map(inDollars) };
    return Response.json(body, { status: 300, headers: openHeaders });
  }
  return answer(request, store.info, query, async () => {
    if ("summary" in found) {
      // Known from an award summary alone: nothing of it is an action.
      return {
        snapshot,
        contract: { ...inDollars(found.summary), facts_as_of: found.facts_as_of },
        actions: [],
        brands: [],
        siblings: found.siblings.map(inDollars),
        predecessors: [],
        successors: [],
      };
    }
    const { predecessors, successors } = await suggestions(store, found.contract);
    return {
      snapshot,
      contract: { ...inDollars(found.contract), facts_as_of: found.facts_as_of },
      actions: found.actions.map(inDollars),
      brands: found.brands,
      siblings: found.siblings.map(inDollars),
      predecessors: predecessors.map(inDollars),
      successors: successors.map(inDollars),
    };
  });
});

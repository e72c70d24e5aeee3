import { expect, it } from "vitest";
import { isConfirmed } from "@/lib/contracts/published-figures";
import type { Check } from "@/lib/query/checks";
import { parseQuery } from "@/lib/query/parse";
import { listChecks } from "@/lib/store/checks";
import { totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { storedPublishedFigures } from "@/lib/store/report";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

let store: Store;
let checks: Check[];
beforeAllBundled(async (bundled) => {
  store = bundled.store;
  checks = await listChecks(store);
});

const verdictsOf = (verdict: Check["verdict"]) =>
  checks.filter((check) => check.verdict === verdict).map(({ id }) => id);

it("selects actions with every query, by parameters that it can read", async () => {
  for (const { id, query } of await storedPublishedFigures(store))
    expect(parseQuery(new URLSearchParams(query)).problems, id).toEqual([]);
  expect(checks.filter(({ actions }) => actions === 0)).toEqual([]);
  for (const { id, net, added, actions, contracts, selection } of checks)
    expect(await totals(store, selection), id).toMatchObject({ net, added, actions, contracts });
});

it("confirms the figures that the records hold, and no others", () => {
  expect(checks.length).toBeGreaterThanOrEqual(30);
  expect(checks.filter(({ verdict }) => !isConfirmed(verdict)).length).toBeGreaterThanOrEqual(8);
  expect(verdictsOf("equal")).toEqual(["forbes-comcast", "404-clearview", "wired-paragon"]);
  expect(verdictsOf("bound")).toEqual(["ft-both-agencies", "ft-deloitte", "ft-aws"]);
  expect(verdictsOf("none")).toEqual([
    "ft-cbp-january",
    "ft-microsoft",
    "forbes-att",
    "forbes-deloitte",
    "truegov-caci",
    "truegov-att",
    "sludge-total",
    "wab-ten-years",
  ]);
  const measures = checks.filter(({ verdict }) => verdict === "measure").map(({ id, other }) => [id, other]);
  expect(Object.fromEntries(measures)).toEqual({
    "forbes-att-potential": "potential",
    "forbes-charter-potential": "potential",
    "clearview-potential": "potential",
    "ap-fort-bliss": "potential",
    "ap-fort-bliss-2026": "potential",
    "intercept-bi-potential": "potential",
    "pipeline-stg": "contracts",
    "pipeline-bi": "contracts",
    "pipeline-palantir": "contracts",
    "mcnellis-file-b": "accounts",
    "mcnellis-file-c": "accounts",
  });
  const lifetime = verdictsOf("lifetime");
  expect(lifetime.filter((id) => id.startsWith("twc-"))).toHaveLength(19);
  expect(lifetime.filter((id) => !id.startsWith("twc-"))).toEqual(["pipeline-total", "pipeline-flights"]);
  const { factor } = checks.find(({ id }) => id === "twc-palantir-technologies-inc") as Check;
  expect(factor).toBe(8.1); // $659,800,540 of $81,098,690.32
});

it("counts whole contracts as they were at the end of the window", async () => {
  type Action = { recipient: string; contract: number; day: string; cents: number };
  const actions = await store.rows<Action>({
    text: `select r.name as recipient, a.contract, a.action_date::varchar as day, a.amount_cents::double as cents
      from actions a join recipients r on r.id = a.recipient where a.agency_code = '7012'`,
    values: [],
  });
  for (const [id, name] of [
    ["twc-palantir-technologies-inc", "PALANTIR TECHNOLOGIES INC."],
    ["twc-csi-aviation-inc", "CSI AVIATION, INC"],
    ["pipeline-bi", "B.I. INCORPORATED"],
  ]) {
    const check = checks.find((one) => one.id === id) as Check;
    const { from, to } = check.window;
    const picked = actions.filter(({ recipient, day }) => recipient === name && from <= day && day <= to);
    const wholeOf = (contract: number) =>
      actions
        .filter((action) => action.contract === contract && action.day <= to)
        .reduce((sum, { cents }) => sum + cents, 0);
    const sum = (contracts: Iterable<number>) =>
      [...contracts].reduce((total, contract) => total + wholeOf(contract), 0);
    expect(check.repeated, id).toBe(sum(picked.map(({ contract }) => contract)));
    expect(check.whole, id).toBe(sum(new Set(picked.map(({ contract }) => contract))));
  }
});

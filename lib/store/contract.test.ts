import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { ContractRow } from "@/lib/contracts/facts";
import { findContract, type SuggestedContract, suggestions } from "@/lib/store/contract";
import type { Store } from "@/lib/store/open";
import { type BundledSnapshot, openBundled } from "@/lib/store/testing/snapshot";

/** The pairs are from a program of its own over the record files. */

let bundled: BundledSnapshot;
let store: Store;
beforeAll(async () => {
  bundled = await openBundled();
  store = bundled.store;
});
afterAll(() => bundled?.remove());

async function suggested(piid: string) {
  const found = await findContract(store, piid);
  if (!found || !("contract" in found)) throw new Error(`${piid} is not one contract`);
  return suggestions(store, found.contract as ContractRow);
}
const named = (contracts: SuggestedContract[]) => contracts.map(({ piid, days }) => [piid, days]);

describe("suggestions", () => {
  it("names the orders for one facility before and after, its close-out left aside", async () => {
    const { last_worked, predecessors, successors } = await suggested("70CDCR22FR0000008");
    expect(last_worked).toBe("2023-01-27");
    expect(named(successors)).toEqual([["70CDCR23FR0000015", -38]]);
    expect(named(predecessors)).toEqual([["70CDCR21FR0000010", 6]]);
    expect(successors[0]).toMatchObject({
      awarded: "2022-12-20",
      vehicle: "70CDCR20D00000007",
      in_records: 87_937_059_32,
    });
  });

  it("is the same pair seen from the other side", async () => {
    expect(named((await suggested("70CDCR23FR0000015")).predecessors)).toContainEqual([
      "70CDCR22FR0000008",
      -38,
    ]);
  });

  it("needs no award in these records for what came before, only for what comes after", async () => {
    const { predecessors, successors } = await suggested("70CDCR19FR0000027");
    expect(named(successors)).toContainEqual(["70CDCR24FR0000002", 18]);
    expect(predecessors).toEqual([]);
  });

  it("is silent where nothing fits", async () => {
    for (const piid of ["70CTD022FR0000170", "70CDCR18C00000003"]) {
      const { predecessors, successors } = await suggested(piid);
      expect([...predecessors, ...successors], piid).toEqual([]);
    }
  });
});

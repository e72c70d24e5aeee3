import { expect, it } from "vitest";

import { glossary } from "@/lib/contracts/glossary";
import { formatMoney, roundedMoney } from "@/lib/contracts/money";
import { parseQuery } from "@/lib/query/parse";
import { findContract } from "@/lib/store/contract";
import { totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

/** The figures in the examples of the glossary, from the records. */

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

const sumOf = (text: string) => totals(store, parseQuery(new URLSearchParams(text)).query);

it("has the records' figures in its examples", async () => {
  const [modification, year, palantir] = await Promise.all([
    sumOf("company=palantir&from=2025-04-11&to=2025-04-11"),
    sumOf("fy=2025"),
    sumOf("company=palantir&to=2026-08-20"),
  ]);
  expect(glossary.obligated.example).toContain(`${formatMoney(modification.net)} to Palantir`);
  for (const cents of [year.added, -year.taken_back, year.net]) {
    expect(glossary.net.example).toContain(roundedMoney(cents));
  }
  expect(glossary.action.example).toContain(
    `${palantir.actions} actions with Palantir, on ${palantir.contracts} contracts`,
  );
});

it("names modifications by their recorded days", async () => {
  const found = await findContract(store, "70CTD022FR0000170");
  const actions = found && "actions" in found ? found.actions : [];
  const dayOf = (number: string) =>
    actions.find(({ modification_number }) => modification_number === number)?.action_date;
  expect([dayOf("P00009"), dayOf("P00012")]).toEqual(["2025-04-11", "2025-09-25"]);
});

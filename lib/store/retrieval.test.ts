import { expect, it } from "vitest";

import { parseQuery } from "@/lib/query/parse";
import type { Store } from "@/lib/store/open";
import { retrievalOf } from "@/lib/store/retrieval";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

it.each([
  ["", "2026-02-13", "2026-08-22"],
  ["fy=2025&fy=2026", "2026-08-22", "2026-08-22"],
  ["fy=2024", "2026-02-17", "2026-02-17"],
  ["from=2024-10-01", "2026-08-22", "2026-08-22"],
  ["from=2023-12-01&to=2024-11-30", "2026-02-17", "2026-08-22"],
  ["to=2022-09-30", "2026-02-13", "2026-02-17"],
  ["agency=7014&fy=2021&fy=2023", "2026-02-13", "2026-02-17"],
])("the years of %j were retrieved from %s to %s, through another", async (text, from, to) => {
  const { query } = parseQuery(new URLSearchParams(text));
  expect(await retrievalOf(store, query)).toEqual({ from, to, throughOthers: "all" });
});

it("finds no retrieval of years without a file", async () => {
  const { query } = parseQuery(new URLSearchParams("fy=2019"));
  expect(await retrievalOf(store, query)).toBeNull();
});

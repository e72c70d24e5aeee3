import { expect, it } from "vitest";

import { addressed } from "@/lib/store/addresses";
import type { Store } from "@/lib/store/open";
import { mostAddresses, sitemapPart, sitemapParts } from "@/lib/store/sitemap";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

it("lists every page once, in parts of a size that is allowed", async () => {
  const parts = await Promise.all(
    (await sitemapParts(store)).map(async (name) => (await sitemapPart(store, name)) ?? []),
  );
  expect(parts.every(({ length }) => length > 0 && length <= mostAddresses)).toBe(true);
  const all = parts.flat();
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(
    expect.arrayContaining([
      "/",
      "/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730",
      "/companies/palantir",
      "/companies/general-dynamics?agency=7014",
      "/agencies/7012/offices/70CDCR",
      "/vehicles/GS35F0086U",
      "/brands/azure",
      "/data",
    ]),
  );
  const [{ contracts } = { contracts: 0 }] = await store.rows<{ contracts: number }>({
    text: "select count(*)::double as contracts from contracts where actions > 0",
    values: [],
  });
  expect(all.filter((address) => address.startsWith("/contracts/"))).toHaveLength(contracts);
  for (const address of all.filter((_, index) => index % 500 === 0)) {
    const [path = ""] = address.split("?");
    expect(await addressed(store, path), address).toBe("known");
  }
});

it("has no other part", async () => {
  for (const name of ["", "pages-1", "contracts", "contracts-0", "contracts-99999", "constructor-1"]) {
    expect(await sitemapPart(store, name), name).toBeNull();
  }
});

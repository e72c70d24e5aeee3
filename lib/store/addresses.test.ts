import { expect, it } from "vitest";
import { addressed } from "@/lib/store/addresses";
import type { Store } from "@/lib/store/open";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

it.each([
  ["delaney-hall", "delaney-hall-detention-facility"],
  ["Delaney-Hall", "delaney-hall-detention-facility"],
  ["south-texas-family-residential-center", "dilley-immigration-processing-center"],
  ["stfrc", "dilley-immigration-processing-center"],
  ["dilley-processing-single-adult-female", "dilley-immigration-processing-center"],
  ["cca-florence-correctional-center", "central-arizona-florence-correctional-complex"],
])("leads /places/%s, another name of a facility, to its page", async (name, slug) => {
  expect(await addressed(store, `/places/${name}`)).toEqual({ movedTo: `/places/${slug}` });
});

it.each([
  ["Stewart-Detention-Center", "known"],
  ["dilley", "unknown"],
  ["delaney-hall-and-stewart-detention", "unknown"],
  ["no-such-place", "unknown"],
])("does not move /places/%s, which is %s", async (name, is) => {
  expect(await addressed(store, `/places/${name}`)).toBe(is);
});

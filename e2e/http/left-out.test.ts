import { expect, it } from "vitest";

import { pagesOf } from "./page";
import { siteOf } from "./site";

const site = siteOf("bundled");
const open = pagesOf(site);

const line = /^Agreements with counties, cities and the U.S. Marshals are mostly not in these records/;

it("says where detention is the subject that agreements between governments are mostly not here", async () => {
  for (const address of ["/contracts?category=detention", "/companies/corecivic"]) {
    const page = await open(address);
    expect(page.all("main p").with(line).count, address).toBe(1);
  }
  for (const address of ["/contracts", "/companies/palantir", "/contracts?category=medical"])
    expect((await open(address)).all("main p").with(line).count, address).toBe(0);
  const { snapshot } = await site.json<{ snapshot: { problems: { id: string }[] } }>(
    "/contracts.json?category=detention&fy=2021",
  );
  expect(snapshot.problems.map(({ id }) => id)).toContain("agreements-detention");
});

it("gives sizes and sources of what is left out", async () => {
  const page = await open("/method");
  for (const text of ["161 of 202 facilities", "$5.91 billion", "$3.14 billion", "accounting comparison"])
    expect(page.all("#left-out dd").with(text).count, text).toBe(1);
});

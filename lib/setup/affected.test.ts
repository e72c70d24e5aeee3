import { describe, expect, it } from "vitest";

import { affectedBy, type Project } from "./affected";

const project: Project = {
  imports: new Map([
    ["app/companies/page.tsx", ["components/companies/table.tsx", "lib/query/comparison.ts"]],
    ["app/contracts/[key]/page.tsx", ["lib/query/comparison.ts"]],
    ["app/api/companies/[slug]/route.ts", ["lib/query/comparison.ts"]],
    ["components/companies/table.tsx", []],
    ["lib/query/comparison.ts", ["lib/contracts/money.ts"]],
    ["lib/contracts/money.ts", []],
    ...["a", "b", "c", "d", "e", "f"].map((name): [string, string[]] => [
      `app/${name}/page.tsx`,
      ["lib/contracts/money.ts"],
    ]),
  ]),
  specs: new Map([
    ["e2e/companies.spec.ts", 'await page.goto("/companies?fy=2025")'],
    ["e2e/contract.spec.ts", 'await page.goto("/contracts/70CTD022FR0000170")'],
    ["e2e/smoke.spec.ts", 'await page.goto("/")'],
    ["e2e/http/companies.test.ts", 'site.json("/api/companies/palantir")'],
  ]),
};

describe("the tests that a change can break", () => {
  it("are the journeys that open a page which draws a changed component", () => {
    const { http, e2e, unit } = affectedBy(["components/companies/table.tsx"], project);
    expect({ http, e2e, unit }).toEqual({ http: [], e2e: ["e2e/companies.spec.ts"], unit: true });
  });

  it("are those of every page and endpoint that reach a changed module, parameters included", () => {
    const { http, e2e } = affectedBy(["lib/query/comparison.ts"], project);
    expect(e2e).toEqual(["e2e/companies.spec.ts", "e2e/contract.spec.ts"]);
    expect(http).toEqual(["e2e/http/companies.test.ts"]);
  });

  it("are a few that stand for the rest where shared code reaches most pages", () => {
    expect(affectedBy(["lib/contracts/money.ts"], project).e2e).toEqual(["e2e/smoke.spec.ts"]);
    expect(affectedBy(["app/layout.tsx"], project).e2e).toEqual(["e2e/smoke.spec.ts"]);
  });

  it("are a changed spec itself, and none for a text", () => {
    expect(affectedBy(["e2e/contract.spec.ts"], project).e2e).toEqual(["e2e/contract.spec.ts"]);
    expect(affectedBy(["README.md"], project)).toEqual({ isAll: false, unit: false, http: [], e2e: [] });
  });

  it("are all unit tests where records or packages change", () => {
    expect(affectedBy(["data/companies.csv"], project).isAll).toBe(true);
    expect(affectedBy(["package-lock.json"], project).isAll).toBe(true);
  });
});

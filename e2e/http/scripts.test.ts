import { expect, it } from "vitest";

import { namedScripts, scriptBudget, sizeOf } from "@/lib/bench/weight";

import { pageKinds } from "../pages";
import { siteOf } from "./site";

const { origin } = siteOf("bundled");

const pages = [...pageKinds, "/contracts?view=actions", "/contracts?show=company"];
const chartPages = ["/", "/contracts", "/contracts?show=company", "/companies/geo-group", "/expiring"];

async function expectLightScripts(path: string) {
  const scripts = await namedScripts(`${origin}${path}`);
  expect(scripts.length, path).toBeGreaterThan(3);
  expect(sizeOf(scripts), path).toBeLessThan(scriptBudget);
  for (const { path: script, text } of scripts)
    expect(text, `${script} is compiled while it arrives`).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
  expect(
    scripts.filter(({ text }) => text.includes("recharts")).map((script) => script.path),
    path,
  ).toEqual([]);
}

it.each(chartPages)(
  "keeps the scripts of a page in their budget, without the charts: %s",
  expectLightScripts,
);
it.each(pages.filter((path) => !chartPages.includes(path)))(
  "keeps the scripts of a page in their budget, without the charts: %s",
  { tags: ["deep"] },
  expectLightScripts,
);

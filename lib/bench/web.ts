import type { Result } from "lighthouse";
import { type Browser, chromium } from "playwright";

import type { Measurement } from "@/lib/bench/figures";
import { freePort, type Server } from "@/lib/bench/server";
import { percentile } from "@/lib/bench/statistics";
import { namedScripts, scriptBudget, sizeOf } from "@/lib/bench/weight";
import { counted } from "@/lib/contracts/money";
import { findBrowser } from "@/lib/setup/browser.mjs";

const pages = ["/", "/contracts", "/companies/palantir", "/contracts/70CTD022FR0000170"];
const runs = 3;
const choices = 10;

/** The Lighthouse scores of pages on a slow phone, and the time that a filter takes in the browser of the journeys. */
export async function webFigures({ url }: Server, say: (text: string) => void): Promise<Measurement[]> {
  const { name, file } = await findBrowser(say);
  say(`Using ${name} (${file})`);
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: file,
    args: [`--remote-debugging-port=${port}`],
  });
  try {
    const figures: Measurement[] = [];
    for (const path of pages) {
      say(`Measuring ${path} ${runs} times ...`);
      figures.push(...(await pageFigures(url, path, port)));
    }
    say(`Choosing ${choices} filters ...`);
    return [...figures, ...(await filterFigures(url, browser))];
  } finally {
    await browser.close();
  }
}

type WebMeasure = Pick<Measurement, "what" | "unit" | "budget"> & { of: (result: Result) => number };

const category = (id: string, what: string): WebMeasure => ({
  what,
  of: ({ categories }) => Math.round((categories[id]?.score ?? Number.NaN) * 100),
  unit: "of 100",
  budget: { least: 95 },
});
const audit = (id: string, what: string): WebMeasure => ({
  what,
  of: ({ audits }) => audits[id]?.numericValue ?? Number.NaN,
  unit: "ms",
});

const measures: WebMeasure[] = [
  category("performance", "performance"),
  category("accessibility", "accessibility"),
  category("best-practices", "best practices"),
  category("seo", "search engines (SEO)"),
  audit("first-contentful-paint", "first contentful paint"),
  audit("largest-contentful-paint", "largest contentful paint"),
  audit("total-blocking-time", "total blocking time"),
  { ...audit("cumulative-layout-shift", "layout shift"), unit: "", budget: { most: 0.05 } },
  { what: "scripts loaded, also by what is in view", of: (result) => loaded(result, "Script"), unit: "kB" },
  { what: "everything loaded", of: (result) => loaded(result), unit: "kB" },
  {
    what: "speed of this machine, by Lighthouse’s index",
    of: ({ environment }) => environment.benchmarkIndex,
    unit: "",
  },
];

async function pageFigures(url: string, path: string, port: number): Promise<Measurement[]> {
  const results: Result[] = [];
  for (let run = 0; run < runs; run += 1) results.push(await look(url + path, port));
  const part = `${path}: Lighthouse ${results[0]?.lighthouseVersion}, mobile, slow 4G and a 4 times slower processor simulated, median of ${runs}`;
  const scripts = await namedScripts(url + path);
  const failed = failedAudits(results);
  return [
    ...measures.map(({ of, ...measure }): Measurement => {
      const values = results.map(of);
      const [least, most] = [Math.min(...values), Math.max(...values)];
      const conditions = least === most ? "" : `between ${shortened(least)} and ${shortened(most)}`;
      return { part, conditions, value: percentile(values, 0.5), ...measure };
    }),
    {
      part,
      what: "scripts named in the page, gzip",
      conditions: `${counted(scripts.length, "file")}, without nomodule`,
      value: sizeOf(scripts),
      unit: "kB",
      budget: { most: scriptBudget },
    },
    { part, what: "audits not passed", conditions: failed.join("; "), value: failed.length, unit: "" },
  ];
}

const shortened = (value: number) => String(Number(value.toPrecision(3)));

async function look(address: string, port: number): Promise<Result> {
  const { default: lighthouse } = await import("lighthouse");
  const found = await lighthouse(address, { port, logLevel: "error", output: "json" });
  if (!found) throw new Error(`Lighthouse gave no result for ${address}.`);
  const { lhr } = found;
  if (lhr.runtimeError) throw new Error(`Lighthouse could not see ${address}: ${lhr.runtimeError.message}`);
  return lhr;
}

/** The transferred kB, of one kind of resource or of all. */
function loaded({ audits }: Result, kind?: string): number {
  const details = audits["network-requests"]?.details;
  if (details?.type !== "table") return Number.NaN;
  return details.items
    .filter(({ resourceType }) => kind === undefined || resourceType === kind)
    .reduce((sum, { transferSize }) => sum + Number(transferSize) / 1_000, 0);
}

/** The audits that failed in at least one run, with Lighthouse's text. */
function failedAudits(results: Result[]): string[] {
  const failed = new Map<string, string>();
  for (const { audits } of results) {
    for (const { id, score, displayValue } of Object.values(audits)) {
      if (score === null || score >= 0.9) continue;
      failed.set(id, displayValue ? `${id} (${displayValue.replaceAll("\u00a0", " ")})` : id);
    }
  }
  return [...failed.values()].sort();
}

/**
 * The time from the click on a facet value to the result, and to the counts of the other
 * values. Each value is chosen for the first time.
 */
async function filterFigures(url: string, browser: Browser): Promise<Measurement[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}/contracts`, { waitUntil: "networkidle" });
  const offered = await page
    .locator('a[href^="/contracts?fy="], a[href^="/contracts?office="], a[href^="/contracts?category="]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const taken: Taken[] = [];
  // Other links, such as those that compare periods, have more parameters.
  const facetLinks = [...new Set(offered)].filter((href) => !href.includes("&"));
  for (const href of spread(facetLinks, choices)) {
    await page.goto(`${url}/contracts`, { waitUntil: "networkidle" });
    taken.push(await page.evaluate(clickToResult, href));
  }
  await page.close();
  const figure = (what: string, of: keyof Taken) => {
    const times = taken.map((one) => one[of]);
    return {
      part: "filter to result",
      what,
      conditions: `bundled records, median of ${counted(times.length, "choice")}, each made for the first time, the slowest ${shortened(Math.max(...times))} ms; no throttling, server and browser on one machine`,
      value: percentile(times, 0.5),
      unit: "ms" as const,
    };
  };
  return [
    {
      ...figure("from the click on a choice of a facet to the new result bar and rows", "result"),
      budget: { most: 100 },
    },
    figure("to the new counts beside the choices", "counts"),
  ];
}

/** Milliseconds since a click. */
interface Taken {
  result: number;
  counts: number;
}

/** Picks a number of items, spread over a list. */
const spread = <Item>(list: Item[], count: number): Item[] =>
  list.filter((_, index) => (index * count) % list.length < count);

/**
 * Runs in the page, so it uses no function of this module. The result bar is new when it counts as many contracts as the
 * facet value did; the counts are new when their part is no longer pending.
 */
function clickToResult(href: string): Promise<Taken> {
  return new Promise((resolve, reject) => {
    const link = [...document.querySelectorAll("a")].find((one) => one.getAttribute("href") === href);
    const [expected] = /[\d,]+ contracts?/.exec(link?.textContent ?? "") ?? [];
    const part = link?.closest("[aria-busy]:not(main)");
    if (!expected || !part) return reject(new Error(`${href} is no choice with a count.`));
    const observer = new MutationObserver(() => {
      const bar = document.querySelector('section[aria-label="Result"]');
      if (!bar?.textContent?.includes(` ${expected} `)) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const result = performance.now() - began;
        const looking = setInterval(() => {
          if (part.getAttribute("aria-busy") === "true") return;
          clearInterval(looking);
          resolve({ result, counts: performance.now() - began });
        }, 1);
      });
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    const began = performance.now();
    link?.click();
  });
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import { test as base, expect, type Locator, type Page } from "playwright/test";
import { readEnv } from "@/lib/env";

import { originOf, type SiteName } from "../lib/setup/sites.mjs";

export { expect };

export interface SiteOption {
  /** The test site of relative addresses. */
  site: SiteName;
}

interface Fixtures extends SiteOption {
  /**
   * A page that runs no scripts, for promises about what a page says. It loads faster than `page`, and what it
   * finds is there without scripts too. All tests of a worker share one tab; each test starts without cookies and
   * restores the window and media at its end.
   */
  reader: Page;
}

interface WorkerFixtures {
  readerOf: (site: SiteName) => Promise<Page>;
}

const viewport = { width: 1440, height: 900 };

export const test = base.extend<Fixtures, WorkerFixtures>({
  site: ["bundled", { option: true }],
  baseURL: async ({ site }, use) => use(originOf(site)),
  readerOf: [
    async ({ browser }, use) => {
      const tabs = new Map<SiteName, Page>();
      await use(async (site) => {
        const known = tabs.get(site);
        if (known) return known;
        const context = await browser.newContext({
          baseURL: originOf(site),
          javaScriptEnabled: false,
          locale: "en-US",
          timezoneId: "America/Los_Angeles",
          viewport,
        });
        const tab = await context.newPage();
        tabs.set(site, tab);
        return tab;
      });
      await Promise.all([...tabs.values()].map((tab) => tab.context().close()));
    },
    { scope: "worker" },
  ],
  reader: async ({ readerOf, site }, use) => {
    const tab = await readerOf(site);
    await use(tab);
    await tab.context().clearCookies();
    await tab.emulateMedia({ media: null, colorScheme: null, forcedColors: null, reducedMotion: null });
    await tab.setViewportSize(viewport);
  },
});

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Rows and items after the twelfth look like those before them; only deep tests check them. */
const unchecked = readEnv().TEST_DEEP ? [] : [["tbody > tr:nth-child(n + 13)"], ["li:nth-child(n + 13)"]];

/**
 * The violations of WCAG 2.2 AA and of axe's best practices on a page, each as a rule and an element.
 * For `page` only: axe needs scripts. It runs in the page, because `@axe-core/playwright` sends every passed check to
 * this process, which takes five times as long.
 */
export async function axeViolations(page: Page, options: RunOptions = {}): Promise<string[]> {
  await page.evaluate(`window.axe ?? (() => { ${axeSource} })()`);
  return page.evaluate(
    async ({ given, exclude }) => {
      const { axe } = window as unknown as {
        axe: { run(context: { exclude: string[][] }, options: RunOptions): Promise<AxeResults> };
      };
      const { violations } = await axe.run(
        { exclude },
        {
          resultTypes: ["violations"],
          rules: { "target-size": { enabled: true } }, // a rule of WCAG 2.2, off by default
          ...given,
        },
      );
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    },
    { given: options, exclude: unchecked },
  );
}

/** What a live chart announces to screen readers. */
export const statusOf = (chart: Locator) =>
  chart.locator("xpath=ancestor::div[p[@role='status']][1]").getByRole("status");

/** The width of a page in pixels; one wider than the window scrolls sideways. */
export const pageWidth = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** A color scheme and the width of a window. */
type Appearance = readonly ["light" | "dark", number];

export const twoAppearances: Appearance[] = [
  ["light", 1440],
  ["dark", 390],
];
export const allAppearances: Appearance[] = [...twoAppearances, ["dark", 1440], ["light", 390]];

/** Expects no axe violations and no sideways scrolling of the current page, in each appearance. */
export async function expectAccessible(page: Page, appearances: readonly Appearance[]): Promise<void> {
  for (const [colorScheme, width] of appearances) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const where = `${page.url()}, ${colorScheme}, ${width} wide`;
    expect(await axeViolations(page), where).toEqual([]);
    expect(await pageWidth(page), where).toBe(width);
  }
}

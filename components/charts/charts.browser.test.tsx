import type { Route } from "next";
import { expect, test, vi } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

// Loaded with the test, not within one: charts ask for them when they come into view.
import "@/components/charts/size-bars";
import "@/components/charts/time-bars";

import { CompanyYearsChart } from "@/components/charts/company-years";
import { GroupChart } from "@/components/charts/group-chart";
import type { ChartGroup } from "@/components/charts/groups";
import { group } from "@/components/charts/testing/group";
import { RunningTotal } from "@/components/contract/running-total";
import { addresses, openAt, shownAddress } from "@/components/testing/navigation";
import { PageFrame } from "@/components/testing/page-frame";
import { contractAction, contractRow } from "@/components/testing/records";
import { defaults } from "@/lib/query/query";

const through = "2026-08-20";
/** The figures of the row or bar that the pointer or the keyboard is on. */
const figures = () =>
  [...document.querySelectorAll<HTMLElement>("div[aria-hidden=true]")].filter(({ textContent }) =>
    /Obligated \(net\)|Running total/.test(textContent ?? ""),
  );
const shown = () => figures().map(({ textContent }) => textContent);
const bars = () => [...document.querySelectorAll<SVGRectElement>(".recharts-bar-rectangle rect")];
const press = (...keys: string[]) => userEvent.keyboard(keys.map((key) => `{${key}}`).join(""));

const months = Array.from({ length: 8 }, (_, index): ChartGroup => {
  const month = `2026-0${index + 1}`;
  return {
    ...group(month, (index + 1) * 100_00, index === 6 ? -50_00 : 0),
    href: `/contracts?from=${month}-01` as Route,
  };
});

const companies = ["CSI Aviation", "CoreCivic", "The GEO Group"].map(
  (name, index): ChartGroup => ({
    ...group(name, (3 - index) * 1_000_00, index === 1 ? -500_00 : 0),
    href: `/contracts?company=${index}` as Route,
  }),
);
const rest: ChartGroup = {
  ...group("All other companies (17)", 700_00, 0),
  key: null,
  href: null,
  past: true,
};

async function draw(by: "month" | "company", groups: ChartGroup[], more: { rest?: ChartGroup } = {}) {
  await render(
    <PageFrame>
      <GroupChart
        by={by}
        title={by === "month" ? "When was it obligated?" : "Who received it?"}
        subtitle="Net"
        query={defaults("contracts")}
        page="/contracts"
        through={through}
        groups={groups}
        whole={10_000_00}
        {...more}
      />
      <a href="/data">After</a>
    </PageFrame>,
  );
}

test("a chart over time is one stop of the Tab key, walked by arrows, Home and End", async () => {
  await draw("month", months);
  const chart = page.getByRole("application", { name: /^When was it obligated\? Use the arrow keys.*Enter/ });
  const status = chart.getByRole("status");
  await expect.poll(() => document.querySelectorAll(".recharts-bar-rectangle path").length).toBe(9);
  await press("Tab");
  await expect.element(chart).toHaveFocus();
  expect(getComputedStyle(chart.element()).outlineStyle).toBe("solid");
  await expect
    .element(status)
    .toHaveTextContent("January 2026: $100.00 added, $0.00 taken back, net $100.00");
  await press("End");
  await expect
    .element(status)
    .toHaveTextContent("August 2026, through 20 Aug 2026: $800.00 added, $0.00 taken back, net $800.00");
  await press("ArrowRight");
  await expect.element(status).toHaveTextContent(/^August 2026/);
  await press("ArrowLeft");
  await expect.element(status).toHaveTextContent("July 2026: $700.00 added, −$50.00 taken back, net $650.00");
  expect(shown()).toEqual([
    expect.stringContaining("July 2026Obligated (net)$650.00Added$700.00Taken back−$50.00"),
  ]);
  await press("Home");
  await expect.element(status).toHaveTextContent(/^January 2026/);
  await press("ArrowLeft");
  await expect.element(status).toHaveTextContent(/^January 2026/);
  await press("ArrowRight", "ArrowRight", "Escape");
  await expect.element(status).toBeEmptyDOMElement();
  expect(shown()).toEqual([]);
  await press("Enter");
  expect(addresses()).toEqual(["/contracts?from=2026-03-01"]);
});

test("a bar over time is found by the pointer and leads to its records", async () => {
  await draw("month", months);
  const chart = page.getByRole("application");
  await expect.poll(() => document.querySelectorAll(".recharts-bar-rectangle path").length).toBe(9);
  const { width } = chart.element().getBoundingClientRect();
  const position = { x: 44 + ((width - 44) * 1.5) / 8, y: 200 };
  await chart.hover({ position });
  await expect.poll(shown).toEqual([expect.stringContaining("February 2026Obligated (net)$200.00")]);
  await chart.click({ position });
  expect(addresses()).toEqual(["/contracts?from=2026-02-01"]);
  await page.getByText("After").hover();
  await expect.poll(shown).toEqual([]);
});

test("pieces of a bar are of the colors of their series, and named", async () => {
  const part = (key: string, fill: string, added: number) => ({ ...group(key, added, 0), fill });
  const split = months.map((month) => ({
    ...month,
    parts: [part("ICE", "rgb(1, 2, 3)", month.added - 30_00), part("CBP", "rgb(4, 5, 6)", 30_00)],
  }));
  await draw("month", split);
  const pieces = () => [...document.querySelectorAll(".recharts-bar-rectangle path")];
  await expect.poll(() => pieces().length).toBe(16);
  expect(pieces().map((one) => getComputedStyle(one).fill)).toEqual(
    expect.arrayContaining(["rgb(1, 2, 3)", "rgb(4, 5, 6)"]),
  );
  const legend = [...document.querySelectorAll("figure ul li")].map(({ textContent }) => textContent);
  expect(legend.slice(0, 2)).toEqual(["ICE", "CBP"]);
  expect(legend.at(-1)).toBe("above the line added, below it taken back");
  await press("Tab", "End");
  await expect
    .element(page.getByRole("application").getByRole("status"))
    .toHaveTextContent(/net \$800\.00; ICE \$770\.00; CBP \$30\.00$/);

  await cdp().send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  const drawn = pieces().map((one) => getComputedStyle(one));
  expect(new Set(drawn.map(({ fill }) => fill)).size).toBeGreaterThanOrEqual(2);
  expect(new Set(drawn.map(({ stroke, strokeWidth }) => `${stroke} ${strokeWidth}`)).size).toBe(1);
  expect(drawn[0]?.strokeWidth).toBe("1.5px");
  await cdp().send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "" }] });
});

test("the chart of groups covers the bars of the list to the pixel and moves nothing", async () => {
  await draw("company", companies, { rest });
  const drawn = [...document.querySelectorAll("ol svg rect:first-child")];
  const server = drawn.map((one) => one.getBoundingClientRect());
  const foot = document.querySelector("figure > div:last-child")?.getBoundingClientRect().top;
  await expect.poll(() => bars().length).toBeGreaterThanOrEqual(4);
  await expect.poll(() => drawn.every((one) => getComputedStyle(one).visibility === "hidden")).toBe(true);
  expect(document.querySelector("figure > div:last-child")?.getBoundingClientRect().top).toBe(foot);
  for (const [index, box] of server.entries()) {
    const chart = bars()[index]?.getBoundingClientRect();
    for (const side of ["x", "y", "width", "height"] as const) {
      expect(Math.abs((chart?.[side] ?? Number.NaN) - box[side]), `${side} of row ${index}`).toBeLessThan(1);
    }
  }
});

test("each row of a list is met once by keyboard, with its figures", async () => {
  await draw("company", companies, { rest });
  await expect.poll(() => bars().length).toBeGreaterThanOrEqual(4);
  for (const { label, net } of companies) {
    await press("Tab");
    expect(document.activeElement?.textContent).toBe(label);
    const money = (net / 100).toLocaleString("en-US", { style: "currency", currency: "USD" });
    await expect.poll(shown).toEqual([expect.stringContaining(`${label}Obligated (net)${money}`)]);
  }
  await press("Escape");
  await expect.poll(shown).toEqual([]);
  await press("Tab");
  expect(document.activeElement?.textContent).toBe("what is left out");
  await userEvent.keyboard("{Shift>}{Tab}{/Shift}{Enter}");
  expect(addresses()).toEqual(["/contracts?company=2"]);
});

test("a bar of a list and the room beside it say the figures of its row and lead to its records", async () => {
  await draw("company", companies, { rest });
  await expect.poll(() => bars().length).toBeGreaterThanOrEqual(4);
  const list = page.elementLocator(document.querySelector("ol") as Element);
  const bar = (bars()[1] as Element).getBoundingClientRect();
  const frame = list.element().getBoundingClientRect();
  const on = (x: number) => ({
    position: { x: x - frame.x, y: bar.y + bar.height / 2 - frame.y },
    force: true,
  });
  await list.hover(on(bar.x + bar.width / 2));
  await expect
    .poll(shown)
    .toEqual([expect.stringContaining("CoreCivicObligated (net)$1,500.00Added$2,000.00Taken back−$500.00")]);
  await list.click(on(bar.x + bar.width / 2));
  expect(addresses()).toEqual(["/contracts?company=1"]);
  openAt("/contracts");
  await list.click(on(bar.x + bar.width + 60));
  expect(addresses()).toEqual(["/contracts?company=1"]);
});

test("what is left over has figures and leads nowhere", async () => {
  await draw("company", companies, { rest });
  await expect.poll(() => bars().length).toBeGreaterThanOrEqual(4);
  const row = document.querySelector("ol li:last-child span:nth-child(2)") as Element;
  await userEvent.click(page.elementLocator(row), { force: true });
  await expect
    .poll(shown)
    .toEqual([expect.stringContaining("All other companies (17)Obligated (net)$700.00")]);
  expect(addresses()).toEqual([]);
  expect(shownAddress()).toBe("/contracts");
});

test("a screen reader meets each group once in the list and once in the table", async () => {
  await draw("company", companies, { rest });
  await expect.poll(() => bars().length).toBeGreaterThanOrEqual(4);
  await page.getByText("Numbers as a table").click();
  expect(page.getByRole("link", { name: "CoreCivic", exact: true }).elements()).toHaveLength(2);
  expect(page.getByRole("application").elements()).toEqual([]);
  expect(page.getByRole("table").elements()).toHaveLength(1);
});

test("a long name is whole on a narrow screen, and so are the figures beside it", async () => {
  await page.viewport(390, 844);
  const name = "Investigations and Operations Support, Dallas";
  await draw("company", [{ ...group(name, 400_00, 0) }, ...companies]);
  const label = document.querySelector("ol li span") as HTMLElement;
  expect(label.scrollWidth - label.clientWidth).toBeLessThanOrEqual(0);
  await userEvent.hover(page.elementLocator(label));
  await expect.poll(shown).toEqual([expect.stringContaining(name)]);
  const box = figures()[0]?.getBoundingClientRect();
  expect(box && box.left >= 0 && box.right <= 390).toBe(true);
  expect(document.documentElement.scrollWidth).toBe(390);
  await page.viewport(1440, 900);
});

test("a small drawing of one company is walked too, and opens the company's year", async () => {
  const years = (slug: string, factor: number) =>
    [2024, 2025, 2026].map((year) => ({
      ...group(`${year}`, factor * (year - 2020) * 100_00, -10_00),
      label: `FY${year}`,
      fill: "rgb(1, 2, 3)",
      href: `/contracts?company=${slug}&fy=${year}` as Route,
    }));
  const leaders = companies.map((company, index) => ({
    ...company,
    fill: "rgb(1, 2, 3)",
    parts: years(`${index}`, index + 1),
  }));
  await render(
    <PageFrame>
      <CompanyYearsChart
        by="company"
        span="since October 2020"
        query={defaults("contracts")}
        page="/contracts"
        leaders={leaders}
        rest={null}
        through={through}
      />
    </PageFrame>,
  );
  const drawing = page.getByRole("application", { name: /^CoreCivic by fiscal year\./ });
  (drawing.element() as HTMLElement).focus();
  const status = drawing.getByRole("status");
  await press("End");
  await expect.element(status).toHaveTextContent(/^FY2026, through 20 Aug 2026: \$1,200\.00 added/);
  await press("ArrowLeft");
  await expect.element(status).toHaveTextContent("FY2025: $1,000.00 added, −$10.00 taken back, net $990.00");
  await press("Enter");
  expect(addresses()).toEqual(["/contracts?company=1&fy=2025"]);
});

test("a running total is walked from day to day, each with its actions and the total", async () => {
  const step = (action_date: string, modification_number: string, dollars: number, total: number) =>
    contractAction({
      action_date,
      modification_number,
      federal_action_obligation: dollars * 100,
      running_total: total * 100,
      kind: dollars < 0 ? "money taken back" : "money added",
    });
  await render(
    <PageFrame>
      <RunningTotal
        contract={contractRow()}
        actions={[
          step("2024-01-10", "0", 500, 500),
          step("2024-06-01", "P00001", 200, 700),
          step("2024-06-01", "P00002", -50, 650),
          step("2025-02-03", "P00003", -150, 500),
        ]}
        table="#actions"
        through={through}
        snapshot={null}
      />
    </PageFrame>,
  );
  const chart = page.getByRole("application", { name: /^Running total in these records Use the arrow keys/ });
  const status = chart.getByRole("status");
  await press("Tab");
  await expect.element(chart).toHaveFocus();
  await expect
    .element(status)
    .toHaveTextContent("10 January 2024: 0: money added, $500.00; running total $500.00");
  await press("ArrowRight");
  await expect
    .element(status)
    .toHaveTextContent(
      "1 June 2024: P00001: money added, $200.00; P00002: money taken back, −$50.00; running total $650.00",
    );
  expect(shown()).toEqual([expect.stringMatching(/^1 June 2024.*Running total\$650\.00$/)]);
  const points = [...document.querySelectorAll("figure circle")].map((one) => Number(one.getAttribute("cy")));
  expect(points).toHaveLength(3);
  // A larger total is higher; the same total is as high.
  expect(points[1]).toBeLessThan(points[0] ?? 0);
  expect(points[2]).toBe(points[0]);
  await press("End");
  await expect.element(status).toHaveTextContent(/^3 February 2025: P00003: .*running total \$500\.00$/);
  await press("Enter");
  expect(addresses()).toEqual([]);
});

test("the address of a chart is copied", async () => {
  const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  await draw("company", companies);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect.poll(() => write.mock.calls).toEqual([[`${location.origin}/contracts?show=company`]]);
});

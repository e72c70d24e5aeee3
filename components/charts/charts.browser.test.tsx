import axe from "axe-core";
import type { Route } from "next";
import { expect, test, vi } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

// Loaded with the test, not within one: a chart asks for it when it comes into view.
import "@/components/charts/recharts-chart";
import "@/components/charts/recharts-flow";

import { DataChart } from "@/components/charts/data-chart";
import type { FlowChart } from "@/components/charts/description";
import { flowChart } from "@/components/charts/flow";
import { GroupChart } from "@/components/charts/group-chart";
import { GroupYearsChart } from "@/components/charts/group-years";
import type { ChartGroup } from "@/components/charts/groups";
import { flowGroups } from "@/components/charts/testing/flow";
import { group } from "@/components/charts/testing/group";
import { RunningTotal } from "@/components/contract/running-total";
import { addresses, openAt, shownAddress } from "@/components/testing/navigation";
import { PageFrame } from "@/components/testing/page-frame";
import { contractAction, contractRow } from "@/components/testing/records";
import { addMonths } from "@/lib/contracts/days";
import { foldFlow, howBought } from "@/lib/contracts/flow";
import { defaults } from "@/lib/query/query";

const through = "2026-08-20";
const days = { data_from: "2020-10-01", data_through: through };
/** The exact figures beside the bar that the pointer or the keyboard is on. */
const shown = () =>
  [...document.querySelectorAll<HTMLElement>("[data-live] .recharts-tooltip-wrapper > div")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .map(({ textContent }) => textContent);
const bars = () => [...document.querySelectorAll<SVGRectElement>(".recharts-bar-rectangle rect")];
const names = () =>
  [...document.querySelectorAll(".recharts-xAxis-tick-labels text")].map(({ textContent }) => textContent);
const press = (...keys: string[]) => userEvent.keyboard(keys.map((key) => `{${key}}`).join(""));

const monthsOf = (count: number) =>
  Array.from({ length: count }, (_, index): ChartGroup => {
    const month = addMonths("2026-08", index + 1 - count);
    return {
      ...group(month, (index + 1) * 100_00, index === 6 ? -50_00 : 0),
      href: `/contracts?from=${month}-01` as Route,
    };
  });
const months = monthsOf(8);

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
        subtitle="Net"
        query={defaults("contracts")}
        page="/contracts"
        days={days}
        groups={groups}
        whole={10_000_00}
        {...more}
      />
    </PageFrame>,
  );
  await expect.poll(() => bars().length).toBeGreaterThan(0);
}
const chart = () => page.getByRole("application");
/** What a live chart announces. */
const statusOf = (of: Element) =>
  page.elementLocator(
    of.closest("div:has(> [role=status])")?.querySelector(":scope > [role=status]") as Element,
  );
const status = () => statusOf(chart().element());

/** Does something when a drawing comes into view; `show` then makes it live. */
const atFirstSight = (act: (show: () => void) => void) =>
  vi.stubGlobal(
    "IntersectionObserver",
    class extends IntersectionObserver {
      constructor(...[callback, options]: ConstructorParameters<typeof IntersectionObserver>) {
        super((entries, observer) => act(() => callback(entries, observer)), options);
      }
    },
  );

test("a live chart takes the place of its drawing and moves nothing", async () => {
  for (const by of ["month", "company"] as const) {
    await page.viewport(900, 900);
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    atFirstSight((show) => void held.then(show));
    const { unmount } = await render(
      <GroupChart
        by={by}
        subtitle="Net"
        query={defaults("contracts")}
        page="/contracts"
        days={days}
        groups={by === "month" ? monthsOf(30) : companies}
      />,
    );
    const foot = () => document.querySelector("figure > div:last-child")?.getBoundingClientRect().top;
    const drawing = [...document.querySelectorAll("figure svg[height]")].filter((one) =>
      one.checkVisibility(),
    );
    expect(drawing.length).toBeGreaterThan(0);
    const before = foot();
    release();
    await expect.poll(() => bars().length).toBeGreaterThan(0);
    await expect.poll(() => drawing.some((one) => one.checkVisibility())).toBe(false);
    expect(foot()).toBe(before);
    vi.unstubAllGlobals();
    unmount();
  }
});

const drawnLinks = () =>
  [...document.querySelectorAll<SVGAElement>("figure [role=list] a")].filter((link) =>
    link.checkVisibility(),
  );

test("a drawing with the focus stays until the focus leaves it", async () => {
  atFirstSight((show) => {
    drawnLinks()[0]?.focus();
    show();
  });
  await draw("company", companies);
  vi.unstubAllGlobals();
  expect(document.activeElement).toBe(drawnLinks()[0]);
  await press("Tab");
  expect(document.activeElement).toBe(drawnLinks()[1]);
  (document.activeElement as SVGAElement).blur();
  await expect.poll(() => drawnLinks()).toEqual([]);
  expect(bars()[0]?.checkVisibility({ visibilityProperty: true })).toBe(true);
});

test("a chart over time is one stop of the Tab key, walked by arrows, Home and End", async () => {
  await draw("month", months);
  await expect
    .element(chart())
    .toHaveAccessibleName(/^ICE has obligated \$800 so far in August 2026, .*\. Use the arrow keys.*Enter/);
  (chart().element() as SVGElement).focus();
  await expect
    .element(status())
    .toHaveTextContent("January 2026: $100.00 added, $0.00 taken back, net $100.00");
  await press("End");
  await expect
    .element(status())
    .toHaveTextContent("August 2026, through Aug. 20, 2026: $800.00 added, $0.00 taken back, net $800.00");
  await press("ArrowRight");
  await expect.element(status()).toHaveTextContent(/^August 2026/);
  await press("ArrowLeft");
  await expect
    .element(status())
    .toHaveTextContent("July 2026: $700.00 added, −$50.00 taken back, net $650.00");
  expect(shown()).toEqual([
    expect.stringContaining("July 2026Obligated (net)$650.00Added$700.00Taken back−$50.00"),
  ]);
  await press("Home");
  await expect.element(status()).toHaveTextContent(/^January 2026/);
  await press("ArrowRight", "ArrowRight", "Escape");
  await expect.element(status()).toBeEmptyDOMElement();
  expect(shown()).toEqual([]);
  await press("ArrowLeft");
  await expect.element(status()).toHaveTextContent(/^February 2026/);
  await press("Enter");
  expect(addresses()).toEqual(["/contracts?from=2026-02-01"]);
});

test("a bar over time has its figures under the pointer and leads to its records", async () => {
  await draw("month", months);
  const { width } = chart().element().getBoundingClientRect();
  const position = { x: 44 + ((width - 44) * 1.5) / 8, y: 60 };
  await chart().hover({ position });
  await expect.poll(shown).toEqual([expect.stringContaining("February 2026Obligated (net)$200.00")]);
  await chart().click({ position });
  expect(addresses()).toEqual(["/contracts?from=2026-02-01"]);
  expect(bars()[1]?.closest("a")?.getAttribute("href")).toBe("/contracts?from=2026-02-01");
});

test("a series is switched off by its entry in the legend, and on again", async () => {
  await draw("month", months);
  const fills = () => new Set(bars().map((one) => one.getAttribute("fill")));
  const back = page.getByRole("button", { name: "taken back" });
  await expect.element(back).toHaveAttribute("aria-pressed", "true");
  expect(fills()).toContain("var(--neg)");
  await back.click();
  await expect.poll(fills).not.toContain("var(--neg)");
  await expect.element(back).toHaveAttribute("aria-pressed", "false");
  await back.click();
  await expect.poll(fills).toContain("var(--neg)");
});

test("a chart by month zooms into some of its months, and a drag opens nothing", async () => {
  await draw("month", monthsOf(24));
  expect(names()[0]).toBe("Oct 2024");
  const [from] = document.querySelectorAll<SVGElement>(".recharts-brush-traveller");
  from?.focus();
  await press(...Array.from({ length: 7 }, () => "ArrowRight"));
  await expect.poll(() => bars().length).toBe(17);
  expect(names()[0]).toBe("Apr 2025");
  await userEvent.dragAndDrop(
    page.elementLocator(from as Element),
    page.elementLocator(document.querySelector(".recharts-brush-slide") as Element),
    { force: true },
  );
  expect(addresses()).toEqual([]);
});

test("parts of a bar are in the colors of their agencies, and have an edge in forced colors", async () => {
  const part = (key: string, fill: string, added: number) => ({ ...group(key, added, 0), fill });
  const split = months.map((month) => ({
    ...month,
    parts: [part("ICE", "rgb(1, 2, 3)", month.added - 30_00), part("CBP", "rgb(4, 5, 6)", 30_00)],
  }));
  await draw("month", split);
  expect(bars()).toHaveLength(16);
  expect(bars().map((one) => getComputedStyle(one).fill)).toEqual(
    expect.arrayContaining(["rgb(1, 2, 3)", "rgb(4, 5, 6)"]),
  );
  (chart().element() as SVGElement).focus();
  await press("End");
  await expect.element(status()).toHaveTextContent(/net \$800\.00; ICE \$770\.00; CBP \$30\.00$/);
  await cdp().send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  const drawn = bars().map((one) => getComputedStyle(one));
  expect(new Set(drawn.map(({ stroke, strokeWidth }) => `${stroke} ${strokeWidth}`)).size).toBe(1);
  expect(drawn[0]?.strokeWidth).toBe("1.5px");
  await cdp().send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "" }] });
});

test("ranked bars are walked by the arrows, and each name is a link to its records", async () => {
  await draw("company", companies, { rest });
  (chart().element() as SVGElement).focus();
  await expect.element(status()).toHaveTextContent("CSI Aviation: $3,000.00 added");
  await press("ArrowDown");
  await expect
    .poll(shown)
    .toEqual([expect.stringContaining("CoreCivicObligated (net)$1,500.00Added$2,000.00Taken back−$500.00")]);
  await press("Enter");
  expect(addresses()).toEqual(["/contracts?company=1"]);
  openAt("/contracts");
  for (const { label } of companies) {
    await press("Tab");
    expect(document.activeElement?.textContent).toContain(label);
  }
  await press("Enter");
  expect(addresses()).toEqual(["/contracts?company=2"]);
});

test("a ranked bar and the space beside it have the figures of the row and lead to its records", async () => {
  await draw("company", companies, { rest });
  const bar = (bars()[1] as Element).getBoundingClientRect();
  const frame = chart().element().getBoundingClientRect();
  const on = (x: number) => ({
    position: { x: x - frame.x, y: bar.y + bar.height / 2 - frame.y },
    force: true,
  });
  for (const x of [bar.x + bar.width / 2, bar.x + bar.width + 60]) {
    openAt("/contracts");
    await chart().hover(on(x));
    await expect.poll(shown).toEqual([expect.stringContaining("CoreCivicObligated (net)$1,500.00")]);
    await chart().click(on(x));
    expect(addresses()).toEqual(["/contracts?company=1"]);
  }
});

test("the row of all others has figures and no link", async () => {
  await draw("company", companies, { rest });
  const frame = chart().element().getBoundingClientRect();
  const position = { x: frame.width / 2, y: frame.height - 10 };
  await chart().click({ position, force: true });
  await expect
    .poll(shown)
    .toEqual([expect.stringContaining("All other companies (17)Obligated (net)$700.00")]);
  expect(addresses()).toEqual([]);
  expect(shownAddress()).toBe("/contracts");
});

test("a long name is whole on a narrow screen, and so are the figures beside it", async () => {
  await page.viewport(390, 844);
  const name = "Investigations and Operations Support, Dallas";
  await draw("company", [{ ...group(name, 400_00, 0) }, ...companies]);
  const frame = chart().element().getBoundingClientRect();
  const text = [...document.querySelectorAll(".recharts-yAxis-tick-labels text")].find(
    ({ textContent }) => textContent === name,
  );
  const label = text?.getBoundingClientRect();
  expect(label && label.left >= frame.left && label.right <= frame.right).toBe(true);
  await chart().hover({ position: { x: 100, y: 20 } });
  await expect.poll(shown).toEqual([expect.stringContaining(name)]);
  const box = document.querySelector(".recharts-tooltip-wrapper")?.getBoundingClientRect();
  expect(box && box.left >= 0 && box.right <= 390).toBe(true);
  expect(document.documentElement.scrollWidth).toBe(390);
  await page.viewport(1440, 900);
});

test("a small chart of one company is walked too, and opens the company's year", async () => {
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
      <GroupYearsChart
        by="company"
        name="The largest companies by fiscal year"
        title="The largest companies by fiscal year"
        subtitle="Net"
        query={defaults("contracts")}
        page="/contracts"
        groups={leaders}
        days={days}
      />
    </PageFrame>,
  );
  const drawing = page.getByRole("application", { name: /^CoreCivic by fiscal year\./ });
  await expect.element(drawing).toBeVisible();
  (drawing.element() as SVGElement).focus();
  const own = statusOf(drawing.element());
  await press("End");
  await expect.element(own).toHaveTextContent(/^FY2026, through Aug. 20, 2026: \$1,200\.00 added/);
  await press("ArrowLeft");
  await expect.element(own).toHaveTextContent("FY2025: $1,000.00 added, −$10.00 taken back, net $990.00");
  await press("Enter");
  expect(addresses()).toEqual(["/contracts?company=1&fy=2025"]);
  await page.viewport(390, 844);
  for (const one of page.getByRole("application").elements()) {
    (one as SVGElement).focus();
    await press("End");
    await expect.poll(shown).toEqual([expect.stringContaining("FY2026")]);
    expect(document.documentElement.scrollWidth).toBe(390);
    (one as SVGElement).blur();
  }
  await page.viewport(1440, 900);
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
  await expect
    .element(chart())
    .toHaveAccessibleName(/^ICE obligated \$500 .*, down from \$650 on June 1, 2024\. Use the arrow keys/);
  (chart().element() as SVGElement).focus();
  await expect
    .element(status())
    .toHaveTextContent("Jan. 10, 2024: 0: money added, $500.00; running total $500.00");
  await press("ArrowRight");
  await expect
    .element(status())
    .toHaveTextContent(
      "June 1, 2024: P00001: money added, $200.00; P00002: money taken back, −$50.00; running total $650.00",
    );
  expect(shown()).toEqual([expect.stringMatching(/^June 1, 2024.*Running total\$650\.00$/)]);
  const points = [...document.querySelectorAll(".recharts-wrapper circle[r='3.5']")].map((one) =>
    Number(one.getAttribute("cy")),
  );
  expect(points).toHaveLength(3);
  // A larger total is higher; the same total is as high.
  expect(points[1]).toBeLessThan(points[0] ?? 0);
  expect(points[2]).toBe(points[0]);
  await press("End");
  await expect.element(status()).toHaveTextContent(/^Feb. 3, 2025: P00003: .*running total \$500\.00$/);
  await press("Enter");
  expect(addresses()).toEqual([]);
});

test("live charts have no axe violations, and each link a name", async () => {
  for (const by of ["company", "month"] as const) {
    await draw(by, by === "company" ? companies : monthsOf(30));
    const figure = document.querySelector("figure") as Element;
    const { violations } = await axe.run(figure, {
      resultTypes: ["violations"],
      rules: { "target-size": { enabled: true } },
    });
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    if (by === "company")
      await expect.element(page.getByRole("link", { name: /^CoreCivic: .* net \$1,500\.00$/ })).toBeVisible();
    figure.closest("main")?.parentElement?.remove();
  }
});

test("the address of a chart is copied", async () => {
  const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  await draw("company", companies);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect.poll(() => write.mock.calls).toEqual([[`${location.origin}/contracts?show=company`]]);
});

test("a live flow has each strand and mark where the drawing has it, and its figures under the pointer", async () => {
  const hrefOf = () => "/contracts?company=alpha" as Route;
  const data = flowChart(foldFlow(flowGroups), { stages: howBought, hrefOf }) as FlowChart;
  await render(
    <PageFrame>
      <DataChart title="How it is bought" data={data} />
    </PageFrame>,
  );
  const heights = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => {
      const { y, height } = element.getBoundingClientRect();
      return `${Math.round(y)} ${Math.round(height)}`;
    });
  const drawn = { strands: heights("[role=list] path"), marks: heights("[role=listitem] rect") };
  expect(drawn.strands).toHaveLength(8);
  await expect.poll(() => heights(".recharts-sankey-links path").length).toBe(8);
  expect(heights(".recharts-sankey-links path")).toEqual(drawn.strands);
  expect(heights(".recharts-sankey-nodes rect")).toEqual(drawn.marks);
  await userEvent.hover(document.querySelector(".recharts-sankey-links path") as Element);
  await expect.poll(shown).toEqual([expect.stringContaining("Alpha · ice · 70CDCR")]);
  const names = [...document.querySelectorAll("[data-live] .recharts-sankey-nodes a")];
  expect(names.map((name) => name.getAttribute("aria-label"))[0]).toBe("Alpha: $700.00");
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations).toEqual([]);
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { FiltersLink } from "@/components/filters/filter-sheet";
import { SampleFilters } from "@/components/testing/filters";
import { addresses, arrive, hold, openAt } from "@/components/testing/navigation";
import { PageFrame, useQuery } from "@/components/testing/page-frame";

const sheet = page.getByRole("dialog", { name: /^Filters/ });
const opener = page.getByRole("link", { name: "Filters (1)" });

function FilterSheetWorkbench() {
  const query = useQuery();
  return (
    <PageFrame>
      <FiltersLink active={query.company.length + query.fy.length} />
      <SampleFilters query={query} />
    </PageFrame>
  );
}

async function open(address: string) {
  openAt(address);
  return render(<FilterSheetWorkbench />);
}

beforeEach(() => page.viewport(390, 844));
afterEach(() => page.viewport(1440, 900));

test("the sheet of filters stays open while several are chosen", async () => {
  await open("/contracts?company=palantir");
  expect(sheet.elements()).toEqual([]);
  (opener.element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(sheet).toBeVisible();
  await expect.element(sheet.getByRole("button", { name: "Show 8 contracts" })).toBeInViewport();
  const year = sheet.getByRole("list", { name: "Fiscal year" }).getByRole("link", { name: /FY2025/ });
  (year.element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  expect(addresses()).toEqual(["/contracts?company=palantir&fy=2025"]);
  await expect.element(sheet.getByRole("button", { name: "Show 1 contract" })).toBeVisible();
  await expect.element(sheet.getByRole("status")).toHaveTextContent("1 contract");
  await expect.element(year).toHaveFocus();
  await sheet.getByRole("searchbox").fill("data");
  await userEvent.keyboard("{Enter}");
  expect(addresses().at(-1)).toBe("/contracts?company=palantir&fy=2025&q=data");
  await expect.element(sheet).toBeVisible();
});

test("the focus stays inside the sheet, and returns to the link that opened it", async () => {
  await open("/contracts?company=palantir");
  await opener.click();
  (sheet.getByRole("link", { name: "Clear all" }).element() as HTMLElement).focus();
  await userEvent.keyboard("{Tab}");
  const { activeElement } = document;
  expect(activeElement === document.body || activeElement?.closest("dialog") !== null).toBe(true);
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => sheet.elements()).toEqual([]);
  await expect.element(opener).toHaveFocus();
});

test("all filters are cleared from the sheet, and a button shows the result", async () => {
  await open("/contracts?company=palantir");
  await opener.click();
  await sheet.getByRole("link", { name: "Clear all" }).click();
  expect(addresses()).toEqual(["/contracts"]);
  expect(sheet.getByRole("link", { name: "Clear all" }).elements()).toEqual([]);
  await sheet.getByRole("button", { name: "Show 39 contracts" }).click();
  await expect.poll(() => sheet.elements()).toEqual([]);
});

test("on wide screens the filters are beside the results, not a sheet", async () => {
  await page.viewport(1440, 900);
  await open("/contracts?company=palantir");
  expect(document.querySelector("dialog")).toBeNull();
  await expect.element(page.getByRole("form", { name: "Filter contracts" })).toBeInTheDocument();
});

test("a box ticks at once, and a second one adds to the page that is on its way", async () => {
  await page.viewport(1440, 900);
  await open("/contracts");
  hold();
  const years = page.getByRole("list", { name: "Fiscal year" });
  const year = (name: RegExp) => years.getByRole("link", { name }).element() as HTMLElement;
  const box = (name: RegExp) => getComputedStyle(year(name), "::before").content;
  year(/FY2025/).click();
  expect(box(/FY2025/)).toContain("✓");
  expect(box(/FY2024/)).not.toContain("✓");
  year(/FY2024/).click();
  expect([box(/FY2024/), box(/FY2025/)].every((content) => content.includes("✓"))).toBe(true);
  expect(addresses()).toEqual(["/contracts?fy=2025", "/contracts?fy=2025&fy=2024"]);
  year(/FY2025/).click();
  expect(box(/FY2025/)).not.toContain("✓");
  expect(addresses().at(-1)).toBe("/contracts?fy=2024");
  for (const place of [0, 1, 2]) arrive(place);
  await expect.element(years.getByRole("link", { name: /FY2024/ })).toHaveAttribute("aria-current", "true");
  expect([box(/FY2024/), box(/FY2025/)].map((content) => content.includes("✓"))).toEqual([true, false]);
  expect(document.querySelector("[data-ticked]")).toBeNull();
});

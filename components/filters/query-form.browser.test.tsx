import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { SampleFilters } from "@/components/testing/filters";
import { addresses, openAt, requests } from "@/components/testing/navigation";
import { PageFrame, useQuery } from "@/components/testing/page-frame";
import { parseQuery } from "@/lib/query/parse";

const form = () => page.getByRole("form", { name: "Filter contracts" });

const QueryFormWorkbench = ({ rejected = {} }: { rejected?: Record<string, string> }) => (
  <PageFrame>
    <SampleFilters query={useQuery()} rejected={rejected} />
  </PageFrame>
);

async function open(address: string) {
  openAt(address);
  return render(<QueryFormWorkbench />);
}

test("a form submits by GET, keeps other parameters and leaves out empty fields", async () => {
  await open("/contracts?company=palantir&fy=2025&sort=company&size=25");
  await expect.element(form()).toHaveAttribute("method", "get");
  await expect.element(form()).toHaveAttribute("action", "/contracts");
  await page.getByRole("searchbox").fill("  data  ");
  await userEvent.keyboard("{Enter}");
  expect(requests()).toEqual([
    {
      address: "/contracts?company=palantir&fy=2025&sort=company&size=25&q=data",
      scroll: false,
      replace: false,
    },
  ]);
});

test("a typed recipient joins those already chosen", async () => {
  await open("/contracts?recipient=A+B&page=3");
  await page.getByRole("combobox", { name: /^Another company/ }).fill("C & D, INC.");
  await userEvent.keyboard("{Enter}");
  expect(addresses()).toEqual(["/contracts?recipient=A+B&recipient=C+%26+D%2C+INC."]);
});

test("a typed bound is submitted with its measure; without a bound the default measure is left out", async () => {
  await open("/contracts");
  const least = page.getByRole("textbox", { name: "Minimum amount in dollars" });
  await least.fill("$250k");
  await userEvent.keyboard("{Enter}");
  expect(addresses()).toEqual(["/contracts?amount=period&min=%24250k"]);
  await expect.element(least).toHaveValue("$250K");
  await least.fill("");
  await userEvent.keyboard("{Enter}");
  expect(addresses().at(-1)).toBe("/contracts");
});

test("another measure is submitted when chosen, without a bound", async () => {
  await open("/contracts");
  const measure = page.getByRole("combobox", { name: "Filter by" });
  await measure.selectOptions("single action");
  expect(addresses()).toEqual(["/contracts?amount=action"]);
  await measure.selectOptions("total per contract (this selection)");
  expect(addresses()).toEqual(["/contracts?amount=action", "/contracts"]);
});

test("fields are reset to a new address", async () => {
  await open("/contracts");
  const words = page.getByRole("searchbox");
  const measure = page.getByRole("combobox", { name: "Filter by" });
  await words.fill("half typed");
  openAt("/contracts?q=aviation&amount=action&from=2025-01-01");
  await expect.element(words).toHaveValue("aviation");
  await expect.element(measure).toHaveValue("action");
  await expect.element(page.getByLabelText("From")).toHaveValue("2025-01-01");
  openAt("/contracts");
  await expect.element(words).toHaveValue("");
  await expect.element(measure).toHaveValue("period");
});

test("text typed before the fields of a new address arrive is kept", async () => {
  openAt("/contracts");
  const fields = (address: string) => (
    <PageFrame>
      <SampleFilters query={parseQuery(new URLSearchParams(address)).query} />
    </PageFrame>
  );
  const view = await render(fields(""));
  const words = page.getByRole("searchbox");
  const least = page.getByRole("textbox", { name: "Minimum amount in dollars" });
  await words.fill("half typed");
  openAt("/contracts?amount=action");
  await least.fill("1m");
  await view.rerender(fields("amount=action"));
  await expect.element(words).toHaveValue("");
  await expect.element(least).toHaveValue("1m");
  await least.click();
  await userEvent.keyboard("{Enter}");
  expect(addresses()).toEqual(["/contracts?amount=action&min=1m"]);
});

test("invalid text stays in its field", async () => {
  openAt("/contracts");
  await render(<QueryFormWorkbench rejected={{ min: "lots" }} />);
  const least = page.getByRole("textbox", { name: "Minimum amount in dollars" });
  await expect.element(least).toHaveValue("lots");
  await expect.element(least).toHaveAttribute("aria-invalid", "true");
});

import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { ColumnChoice } from "@/components/table/column-choice";
import { tableColumns } from "@/components/table/columns";
import { addresses, openAt, requests } from "@/components/testing/navigation";
import { PageFrame, useQuery } from "@/components/testing/page-frame";

const form = page.getByRole("form", { name: "Columns" });
const button = (name: string) => form.getByRole("button", { name, exact: true });

function ColumnChoiceWorkbench() {
  const query = useQuery();
  return (
    <PageFrame>
      <h1>Contracts</h1>
      <ColumnChoice query={query} columns={tableColumns(query, false, [])} />
    </PageFrame>
  );
}

async function open(address: string) {
  openAt(address);
  await render(<ColumnChoiceWorkbench />);
  const element = document.querySelector("summary") as HTMLElement;
  element.focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(form).toBeVisible();
  return element;
}

const press = async (name: string) => {
  (button(name).element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
};

test("columns are chosen and put in order by keyboard", async () => {
  const opener = await open("/contracts?company=palantir&page=2");
  const before = [...document.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) => value);
  expect(before.slice(-2)).toEqual(["piid", "office"]);
  (form.getByRole("checkbox", { name: "What it is for" }).element() as HTMLElement).focus();
  await userEvent.keyboard(" ");
  await press("Move Office up");
  await userEvent.keyboard("{Enter}");
  await expect.element(button("Move Office up")).toHaveFocus();
  const places = before.length;
  await expect
    .element(form.getByRole("status"))
    .toHaveTextContent(new RegExp(`^Office is now ${before.indexOf("office") - 1} of \\d+$`));
  await press("Move Office down");
  await expect.element(button("Move Office down")).toHaveFocus();
  const order = before.filter((name) => name !== "office");
  order.splice(before.indexOf("office") - 1, 0, "office");
  await press("Apply columns");
  const [request] = requests();
  const params = new URL(request?.address ?? "", location.origin).searchParams;
  expect(params.getAll("cols")).toEqual(order.filter((name) => name !== "purpose"));
  expect(params.getAll("cols")).toHaveLength(places - 1);
  expect([params.get("company"), params.get("page"), request?.scroll]).toEqual(["palantir", null, false]);
  await expect.poll(() => form.elements()).toEqual([]);
  await expect.poll(() => document.activeElement).toBe(opener);
});

test("the first column moves no further up and the last no further down", async () => {
  await open("/contracts");
  const moves = (by: "up" | "down") =>
    [...document.querySelectorAll<HTMLElement>("li button")].filter((one) =>
      one.ariaLabel?.endsWith(` ${by}`),
    );
  const isDisabled = (by: "up" | "down") => moves(by).map((one) => one.ariaDisabled === "true");
  const middle = moves("up")
    .slice(1)
    .map(() => false);
  expect(isDisabled("up")).toEqual([true, ...middle]);
  expect(isDisabled("down")).toEqual([...middle, true]);
  const labels = () => [...document.querySelectorAll("li label")].map((label) => label.textContent?.trim());
  const before = labels();
  moves("up")[0]?.click();
  moves("down").at(-1)?.click();
  expect(labels()).toEqual(before);
});

test("Escape and a press outside the menu close it", async () => {
  const opener = await open("/contracts");
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => form.elements()).toEqual([]);
  await expect.poll(() => document.activeElement).toBe(opener);
  opener.click();
  await expect.element(form).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();
  await expect.poll(() => form.elements()).toEqual([]);
});

test("a link restores the default columns", async () => {
  const opener = await open("/contracts?fy=2025&cols=company&cols=piid");
  expect(opener.textContent).toMatch(/^Columns 2 of \d+$/);
  await form.getByRole("link", { name: "Reset" }).click();
  expect(addresses()).toEqual(["/contracts?fy=2025"]);
  await expect.poll(() => form.elements()).toEqual([]);
});

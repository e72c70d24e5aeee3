import { afterEach, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { ColumnChoice } from "@/components/table/column-choice";
import { tableColumns } from "@/components/table/columns";
import { CompareButton } from "@/components/table/compare-button";
import { RecordsTable } from "@/components/table/records-table";
import { shownRows } from "@/components/table/rows";
import { addresses, openAt } from "@/components/testing/navigation";
import { PageFrame, useQuery } from "@/components/testing/page-frame";
import { contractRow } from "@/components/testing/records";

const contracts = [
  contractRow({ key: "CONT_AWD_A", piid: "A", net: 150_00, actions: 3 }),
  contractRow({ key: "CONT_AWD_B", piid: "B", net: -50_00, actions: 2, base_included: false }),
  contractRow({ key: "CONT_AWD_C", piid: "C", net: 1_00, company: { slug: "geo-group", name: "GEO" } }),
];

function OwnColumnsWorkbench() {
  const query = useQuery();
  const columns = tableColumns(query, true, []);
  return (
    <PageFrame>
      <CompareButton />
      <ColumnChoice query={query} columns={columns} />
      <RecordsTable
        caption="Contracts"
        columns={columns}
        rows={shownRows(query, columns, contracts, {}, {})}
        snapshot={null}
      />
    </PageFrame>
  );
}

const header = (name: string) => page.getByRole("columnheader", { name, exact: true });
const widthOf = (name: string) => (header(name).element() as HTMLElement).offsetWidth;
const headers = () =>
  [...document.querySelectorAll("thead th")].map((one) => one.textContent?.split(/\u00a0| \?/)[0]);
const menu = page.getByRole("form", { name: "Columns" });
const press = async (name: string) => {
  (menu.getByRole("button", { name, exact: true }).element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
};

async function open(address = "/contracts") {
  openAt(address);
  const screen = await render(<OwnColumnsWorkbench />);
  document.querySelector("summary")?.click();
  return screen;
}

const forget = async () => {
  if (page.getByRole("button", { name: "Reset widths and pins" }).elements().length > 0) {
    await press("Reset widths and pins");
  }
  localStorage.clear();
};
beforeEach(() => page.viewport(1440, 900));
afterEach(forget);

test("a column gets wider, narrower and back to its default width by keyboard", async () => {
  await open();
  const before = widthOf("Office");
  await press("Make Office wider");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => widthOf("Office")).toBe(before + 64);
  await press("Make Office narrower");
  await expect.poll(() => widthOf("Office")).toBe(before + 32);
  expect(JSON.parse(localStorage.getItem("columns") ?? "{}").widths).toEqual({ office: before + 32 });
  await press("Reset widths and pins");
  await expect.poll(() => widthOf("Office")).toBe(before);
  expect(addresses()).toEqual([]);
});

test("a column can be dragged wider within limits, and a double click restores its width", async () => {
  await open();
  const before = widthOf("Office");
  const handle = header("Office").element().querySelector("span[aria-hidden]:last-child") as HTMLElement;
  const at = (type: string, clientX: number) =>
    handle.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, clientX }));
  handle.setPointerCapture = () => {};
  at("pointerdown", 100);
  at("pointermove", 140);
  expect(widthOf("Office")).toBe(before + 40); // while it is dragged
  at("pointerup", 140);
  await expect.poll(() => widthOf("Office")).toBe(before + 40);
  at("pointerdown", 100);
  at("pointermove", 5_000);
  at("pointerup", 5_000);
  await expect.poll(() => widthOf("Office")).toBe(960);
  handle.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
  await expect.poll(() => widthOf("Office")).toBe(before);
});

test("pinned columns follow the first and stay in view, two at most", async () => {
  await page.viewport(1000, 900);
  await open();
  const [first] = headers();
  await press("Pin Office");
  await expect.poll(headers).toEqual([first, "Office", ...headers().slice(2)]);
  await press("Pin Contract (PIID)");
  await expect.poll(() => headers().slice(0, 3)).toEqual([first, "Office", "Contract (PIID)"]);
  await press("Make Office wider");
  await press("Make What it is for wider");
  for (let times = 0; times < 20; times += 1) await userEvent.keyboard("{Enter}");
  const frame = page.getByRole("region", { name: "Rows, scrolling sideways" }).element() as HTMLElement;
  frame.scrollLeft = 300;
  const lefts = () =>
    [...document.querySelectorAll("tbody tr:first-child > *")]
      .slice(0, 3)
      .map((cell) => Math.round(cell.getBoundingClientRect().left - frame.getBoundingClientRect().left));
  const widths = [widthOf(first ?? ""), widthOf("Office")] as const;
  await expect.poll(lefts).toEqual([0, widths[0], widths[0] + widths[1]]);
  await expect
    .element(menu.getByRole("button", { name: "Pin What it is for", exact: true }))
    .toHaveAttribute("aria-disabled", "true");
  await expect
    .element(menu.getByRole("button", { name: "Pin Office", exact: true }))
    .toHaveAttribute("aria-pressed", "true");
  await press("Pin Office");
  await expect.poll(() => headers().slice(0, 2)).toEqual([first, "Contract (PIID)"]);
});

test("rows are chosen by keyboard and compared with their sums", async () => {
  await open("/contracts?fy=2025&cols=piid&cols=company&cols=net&cols=actions&cols=last_action");
  const toggle = page.getByRole("button", { name: "Compare rows", exact: true });
  expect(page.getByRole("checkbox", { name: /^Compare / }).elements()).toEqual([]);
  await toggle.click();
  await expect.element(toggle).toHaveAttribute("aria-pressed", "true");
  for (const name of ["Compare A, Palantir", "Compare B, Palantir", "Compare C, GEO"]) {
    (page.getByRole("checkbox", { name }).element() as HTMLElement).focus();
    await userEvent.keyboard(" ");
  }
  expect(page.getByRole("dialog").elements()).toEqual([]); // choosing a row does not open it
  await page.getByRole("checkbox", { name: "Compare C, GEO" }).click();
  const group = page.getByRole("group", { name: "Compare rows" });
  await expect.element(group.getByRole("status")).toHaveTextContent("2 rows chosen on this page.");
  (group.getByRole("button", { name: "Compare 2 rows" }).element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  const dialog = page.getByRole("dialog", { name: "2 rows compared" });
  const row = (name: string) =>
    [...dialog.element().querySelectorAll("tbody tr")]
      .filter((one) => one.querySelector("th")?.textContent === name)
      .flatMap((one) => [...one.querySelectorAll("td")].map((cell) => cell.textContent));
  await expect.element(dialog.getByRole("columnheader", { name: "Sum" })).toBeVisible();
  expect(row("Actions")).toEqual(["3", "2", "5"]);
  expect(row("Obligated in this period")).toEqual(["$150.00", "−$50.00", "$100.00"]);
  expect(row("Last action")[2]).toBe("");
  expect(dialog.getByRole("link", { name: "List every row of this company" }).element()).toHaveAttribute(
    "href",
    "/contracts?fy=2025&cols=piid&cols=company&cols=net&cols=actions&cols=last_action&company=palantir",
  );
  await userEvent.keyboard("{Escape}");
  await expect.element(group.getByRole("button", { name: "Compare 2 rows" })).toHaveFocus();
  await group.getByRole("button", { name: "Clear" }).click();
  await expect.element(group.getByRole("status")).toHaveTextContent("Choose rows of this page to compare.");
  await toggle.click();
  expect(page.getByRole("group", { name: "Compare rows" }).elements()).toEqual([]);
});

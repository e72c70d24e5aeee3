import type { Route } from "next";
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { addresses, arrive, hold, openAt, useSearchParams } from "@/components/testing/navigation";
import { PageFrame } from "@/components/testing/page-frame";
import { DataTable } from "@/components/ui/data-table";

interface SortedOffice {
  name: string;
  net: number | null;
  day: string;
}

const offices: SortedOffice[] = [
  { name: "Facilities", net: 300_00, day: "2025-03-01" },
  { name: "acquisition 10", net: null, day: "2024-01-01" },
  { name: "Acquisition 9", net: -5_00, day: "2026-02-03" },
];

/** A list whose address says whether it is by name, as the server would answer it. */
function OfficeList({ isComplete = true }: { isComplete?: boolean }) {
  const byName = useSearchParams().get("sort") === "name";
  return (
    <PageFrame>
      <DataTable
        label="Offices"
        columns={[
          {
            header: "Office",
            isRowHeader: true,
            value: ({ name }) => name,
            sort: { ascending: "/brands?sort=name" as Route, sorted: byName ? "ascending" : null },
          },
          { header: "Net", kind: "money", value: ({ net }) => net },
          { header: "Last action", kind: "day", value: ({ day }) => day },
          { header: "Note", cell: () => "–" },
        ]}
        rows={byName ? offices.toReversed() : offices}
        rowKey={({ name }) => name}
        isComplete={isComplete}
      />
    </PageFrame>
  );
}

const open = async (props = {}) => {
  openAt("/brands");
  await render(<OfficeList {...props} />);
};
const names = () => [...document.querySelectorAll("tbody th")].map((name) => name.textContent);
const header = (name: string) => page.getByRole("columnheader", { name });
const press = async (role: "button" | "link", name: string) => {
  (page.getByRole(role, { name }).element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
};

afterEach(() => openAt("/brands"));

test("a complete table sorts by keyboard, in the browser alone, and gives its first order back", async () => {
  await open();
  await press("button", "Net");
  await expect.element(header("Net")).toHaveAttribute("aria-sort", "descending");
  expect(names()).toEqual(["Facilities", "Acquisition 9", "acquisition 10"]);
  await userEvent.keyboard("{Enter}");
  await expect.element(header("Net")).toHaveAttribute("aria-sort", "ascending");
  expect(names()).toEqual(["Acquisition 9", "Facilities", "acquisition 10"]); // not reported is last
  await expect.element(page.getByRole("button", { name: "Net" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(header("Net")).not.toHaveAttribute("aria-sort");
  expect(names()).toEqual(offices.map(({ name }) => name));
  await page.getByRole("button", { name: "Last action" }).click();
  expect(names()).toEqual(["Acquisition 9", "Facilities", "acquisition 10"]);
  expect(addresses()).toEqual([]);
});

test("a header with an address sorts at once, and the address follows", async () => {
  await open();
  hold();
  await press("link", "Office");
  await expect.element(header("Office")).toHaveAttribute("aria-sort", "ascending");
  expect(names()).toEqual(["Acquisition 9", "acquisition 10", "Facilities"]);
  expect(addresses()).toEqual(["/brands?sort=name"]);
  arrive();
  await expect.poll(names).toEqual(offices.map(({ name }) => name).toReversed());
});

test("a column without values is no button, nor is one of a list that goes on elsewhere", async () => {
  await open();
  expect(header("Note").getByRole("button").elements()).toEqual([]);
  await open({ isComplete: false });
  expect(page.getByRole("table").last().getByRole("button").elements()).toEqual([]);
});

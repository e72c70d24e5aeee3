import type { Route } from "next";
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { openAt, requests, useSearchParams } from "@/components/testing/navigation";
import { PageFrame } from "@/components/testing/page-frame";
import { DataTable } from "@/components/ui/data-table";
import { tableSort } from "@/lib/query/table-sort";

const offices = [
  { name: "Facilities", net: 300_00 },
  { name: "acquisition 10", net: null },
  { name: "Acquisition 9", net: -5_00 },
];

/** A table as the server answers its address. */
function OfficeList() {
  const text = useSearchParams().toString();
  return (
    <PageFrame>
      <DataTable
        label="Offices"
        columns={[
          { header: "Office", isRowHeader: true, value: ({ name }) => name },
          { header: "Net", kind: "money", value: ({ net }) => net },
        ]}
        rows={offices}
        rowKey={({ name }) => name}
        sort={tableSort(`/agencies?${text}` as Route, "offices")}
      />
    </PageFrame>
  );
}

const names = () => [...document.querySelectorAll("tbody th")].map((name) => name.textContent);
const header = (name: string) => page.getByRole("columnheader", { name });

afterEach(() => openAt("/agencies"));

test("sorts by keyboard through the address, and the focus and the place on the page stay", async () => {
  openAt("/agencies");
  await render(<OfficeList />);
  const link = page.getByRole("link", { name: "Net" });
  (link.element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(header("Net")).toHaveAttribute("aria-sort", "descending");
  expect(names()).toEqual(["Facilities", "Acquisition 9", "acquisition 10"]);
  await userEvent.keyboard("{Enter}");
  await expect.element(header("Net")).toHaveAttribute("aria-sort", "ascending");
  expect(names()).toEqual(["Acquisition 9", "Facilities", "acquisition 10"]); // not reported is last
  await expect.element(link).toHaveFocus();
  expect(requests()).toMatchObject([
    { address: "/agencies?table_sort=offices.-net", scroll: false },
    { address: "/agencies?table_sort=offices.net", scroll: false },
  ]);
});

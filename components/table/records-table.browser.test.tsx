import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

// Loaded here, because the panel imports it on first use, which takes long for a test.
import "@/components/contract/contract-brief";

import { tableColumns } from "@/components/table/columns";
import { Pager } from "@/components/table/pager";
import { RecordsTable } from "@/components/table/records-table";
import { shownRows } from "@/components/table/rows";
import { addresses, openAt, shownAddress } from "@/components/testing/navigation";
import { PageFrame, useQuery } from "@/components/testing/page-frame";
import { actionRow, contractAction, contractRow } from "@/components/testing/records";
import type { ShownRow } from "@/lib/contracts/rows";
import { toJson } from "@/lib/http/json";
import { components } from "@/lib/http/responses";
import { href } from "@/lib/query/query";

const keys = ["A", "B", "C"] as const;
const contractOf = (key: string) => `CONT_AWD_${key}_7012_-NONE-_-NONE-`;
const amounts: Record<string, number> = { A: 150_703_824_61, B: 86_271_599_30, C: -42_00 };

const contracts: ShownRow[] = keys.map((key) =>
  contractRow({ key: contractOf(key), piid: key, net: amounts[key] ?? 0, base_included: key !== "B" }),
);
const actions: ShownRow[] = ["0", "P00009", "P00012"].map((modification_number) =>
  actionRow({
    modification_number,
    federal_action_obligation: modification_number === "0" ? -5_00 : 29_898_23,
  }),
);

const panel = page.getByRole("dialog", { name: /^[ABC], Palantir$/ });
const details = (of: string) => page.getByRole("link", { name: `Details of ${of}`, exact: true });
const heading = panel.getByRole("heading", { level: 2 });

function RecordsTableWorkbench({ rows }: { rows: ShownRow[] }) {
  const query = useQuery();
  const columns = tableColumns(query, false, []);
  return (
    <PageFrame>
      {/* Stands for the result bar. Sticky headers stay below it. */}
      <div style={{ height: 100 }} />
      <RecordsTable
        caption="Contracts"
        columns={columns}
        rows={shownRows(
          query,
          columns,
          rows,
          { office: { "70CTD0": "Information Technology Division" } },
          {},
        )}
        snapshot={null}
      />
      <Pager query={query} rows={120} address={(other) => href("/contracts", other)} />
    </PageFrame>
  );
}

async function open(address: string, rows = contracts) {
  openAt(address);
  return render(<RecordsTableWorkbench rows={rows} />);
}

/** Responds like the server for a contract. Held responses wait for `go`. */
function serve() {
  let isDown = false;
  let held: Promise<void> | null = null;
  let go = () => {};
  const fetch = vi.spyOn(window, "fetch").mockImplementation(async (address) => {
    if (held) await held;
    if (isDown) throw new TypeError("no answer");
    const [, key = ""] = /CONT_AWD_(\w)_/.exec(String(address)) ?? [];
    const contract = contractRow({ key: contractOf(key), piid: key, in_records: amounts[key] ?? 0 });
    const steps = ["0", "P00009", "P00012"].map((modification_number) =>
      contractAction({ modification_number, award_id_piid: key }),
    );
    return Response.json({
      contract: toJson(components.Contract, contract),
      actions: steps.map((step) => toJson(components.ContractAction, step)),
      brands: [],
      siblings: [],
    });
  });
  return {
    fetch,
    setDown: (value: boolean) => {
      isDown = value;
    },
    hold: () => {
      held = new Promise((resolve) => {
        go = resolve;
      });
    },
    go: () => go(),
  };
}

let server = serve();
beforeEach(() => {
  server = serve();
});
afterEach(() => {
  // The address still names a panel that is open.
  if (shownAddress().includes("#row/")) openAt("/contracts");
});

test("a row opens by keyboard, leads on to the next, and gives the focus back to the row last seen", async () => {
  await open("/contracts?view=actions&company=palantir", actions);
  (details("A, modification P00009, Palantir").element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(heading).toHaveFocus();
  await expect.element(panel).toHaveTextContent(/Modification P00009, signed April 11, 2025/);
  await expect.element(panel).toHaveTextContent(/\$150,703,824\.61/);
  expect(panel.getByRole("table").element().querySelectorAll("tbody tr")).toHaveLength(3);
  expect(panel.element().querySelector("[aria-current]")?.textContent).toContain("P00009");
  expect(server.fetch.mock.calls[0]?.[0]).toBe(`/api/contracts/${contractOf("A")}`);
  expect(addresses()).toEqual([]); // no new request for the list

  await userEvent.keyboard("{ArrowRight}");
  await expect.element(panel.getByRole("status")).toHaveTextContent("Row 3 of 3 on this page: A, Palantir");
  await expect.element(panel).toHaveTextContent(/Modification P00012, signed/);
  expect(shownAddress()).toMatch(/^\/contracts\?view=actions&company=palantir#row\/.*\/P00012$/);
  await expect
    .element(panel.getByRole("button", { name: "Next →" }))
    .toHaveAttribute("aria-disabled", "true");
  await userEvent.keyboard("{ArrowRight}{ArrowLeft}{ArrowLeft}");
  await expect.element(panel.getByRole("status")).toHaveTextContent("Row 1 of 3 on this page");
  await expect
    .element(panel.getByRole("button", { name: "← Previous" }))
    .toHaveAttribute("aria-disabled", "true");
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => panel.elements()).toEqual([]);
  expect(shownAddress()).toBe("/contracts?view=actions&company=palantir");
  await expect.element(details("A, modification 0, Palantir")).toHaveFocus();
});

test("a row is open again after Forward, and gone after Back", async () => {
  await open("/contracts?company=palantir");
  await details("A, Palantir").click();
  await expect.element(panel).toHaveTextContent(/\$150,703,824\.61/);
  history.back();
  await expect.poll(() => panel.elements()).toEqual([]);
  history.forward();
  await expect.element(panel).toHaveTextContent(/\$150,703,824\.61/);
});

test("an address with a row opens it, and closing it leaves the list", async () => {
  await open(`/contracts?company=palantir#row/${contractOf("B")}`);
  await expect.element(heading).toHaveTextContent("B, Palantir");
  await expect.element(panel).toHaveTextContent(/software licenses.*Latest action: this order adds/i);
  await panel.getByRole("button", { name: "Close" }).click();
  await expect.poll(() => panel.elements()).toEqual([]);
  expect(shownAddress()).toBe("/contracts?company=palantir");
  await expect.element(details("B, Palantir")).toHaveFocus();
});

test("a row that is not on this page opens too", async () => {
  await open(`/contracts?company=palantir#row/${contractOf("Z")}`);
  const alone = page.getByRole("dialog", { name: contractOf("Z") });
  await expect.element(alone).toHaveTextContent(/not in this list/);
  await expect.element(alone.getByRole("table")).toBeInTheDocument();
  await expect
    .element(alone.getByRole("button", { name: "Next →" }))
    .toHaveAttribute("aria-disabled", "true");
  await userEvent.keyboard("{Escape}");
  await expect.poll(shownAddress).toBe("/contracts?company=palantir");
});

test("an address that names no row opens none", async () => {
  await open("/contracts?company=palantir#row/%E0%A4%A");
  await open("/contracts?company=palantir#results");
  expect(page.getByRole("dialog").elements()).toEqual([]);
});

test("a click on a row opens it, but not on a link, on selected text or with a modifier key", async () => {
  await open("/contracts?view=actions", actions);
  const cell = page.getByRole("row").nth(2).getByRole("cell").nth(1);
  const press = (init: MouseEventInit = {}) =>
    cell.element().dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...init }));
  window.getSelection()?.selectAllChildren(cell.element());
  press();
  window.getSelection()?.removeAllRanges();
  for (const key of ["altKey", "ctrlKey", "metaKey", "shiftKey"]) press({ [key]: true });
  await page.getByRole("link", { name: "Palantir", exact: true }).nth(1).click();
  expect(addresses()).toEqual(["/companies/palantir"]);
  expect(page.getByRole("dialog").elements()).toEqual([]);
  openAt("/contracts?view=actions");
  await cell.click();
  await expect.element(panel).toHaveTextContent(/Modification P00009/);
  await userEvent.click(panel, { position: { x: 5, y: 5 } }); // inside
  await expect.element(panel).toBeVisible();
  panel.element().dispatchEvent(new MouseEvent("click", { bubbles: true })); // outside, on the backdrop
  await expect.poll(() => panel.elements()).toEqual([]);
});

test("a contract that cannot be loaded says so, and can be tried again", async () => {
  server.setDown(true);
  await open("/contracts?company=palantir");
  await details("A, Palantir").click();
  await expect.element(panel.getByRole("alert")).toHaveTextContent(/could not load/);
  await expect
    .element(panel.getByRole("link", { name: "Open its page" }))
    .toHaveAttribute("href", `/contracts/${contractOf("A")}`);
  server.setDown(false);
  await panel.getByRole("button", { name: "Try again" }).click();
  await expect.element(panel).toHaveTextContent(/\$150,703,824\.61/);
  expect(panel.getByRole("alert").elements()).toEqual([]);
});

test("a panel keeps its contract, dimmed, until the next one is loaded", async () => {
  await open("/contracts?company=palantir");
  await details("A, Palantir").click();
  await expect.element(panel).toHaveTextContent(/\$150,703,824\.61/);
  server.hold();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(heading).toHaveTextContent("B, Palantir");
  const busy = () => panel.element().querySelector<HTMLElement>("[aria-busy=true]");
  await expect.poll(() => busy()?.textContent).toContain("$150,703,824.61");
  expect(getComputedStyle(busy()?.lastElementChild as Element).opacity).toBe("0.45");
  server.go();
  await expect.poll(busy).toBeNull();
  await expect.element(panel).toHaveTextContent(/\$86,271,599\.30/);
});

test("on the narrowest screen the panel fills the window and nothing in it scrolls sideways", async () => {
  await page.viewport(320, 256);
  await open(`/contracts?view=actions#row/${contractOf("A")}/P00009`, actions);
  await expect.element(panel).toHaveTextContent(/Modification P00009/);
  await expect
    .poll(() => panel.element().getBoundingClientRect().toJSON())
    .toMatchObject({ x: 0, y: 0, width: 320 });
  expect(panel.element().scrollWidth - panel.element().clientWidth).toBe(0);
  await page.viewport(1440, 900);
});

test("cards out of view are not laid out, except in print", async () => {
  await page.viewport(390, 844);
  await open("/contracts");
  const row = page.getByRole("row").nth(1);
  await expect.element(row).toHaveStyle({ contentVisibility: "auto" });
  await cdp().send("Emulation.setEmulatedMedia", { media: "print" });
  await expect.element(row).toHaveStyle({ contentVisibility: "visible" });
  await cdp().send("Emulation.setEmulatedMedia", { media: "" });
  await page.viewport(1440, 900);
});

test("header links sort the table, which marks its order and contracts with earlier actions", async () => {
  await open("/contracts?company=palantir");
  const header = page.getByRole("columnheader", { name: /^Actions/ });
  expect(
    page
      .getByRole("columnheader", { name: /^Obligated/ })
      .first()
      .element(),
  ).toHaveAttribute("aria-sort", "descending");
  (header.getByRole("link").element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  expect(addresses()).toEqual(["/contracts?company=palantir&sort=-actions"]);
  await expect.element(header).toHaveAttribute("aria-sort", "descending");
  await expect.element(header).toHaveTextContent("Actions ↓");
  await expect.element(header.getByRole("link")).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(addresses().at(-1)).toBe("/contracts?company=palantir&sort=actions");
  await expect.element(header).toHaveAttribute("aria-sort", "ascending");
  await expect.element(header).toHaveTextContent("Actions ↑");
  await expect.element(header.getByRole("link")).toHaveFocus();

  const row = (index: number) => page.getByRole("row").nth(index);
  expect(row(1).element().textContent).not.toContain("earlier actions are not in these records");
  await expect.element(row(2)).toHaveTextContent(/earlier actions are not in these records/);
  const minus = row(3).element().querySelector(".minus");
  expect(minus?.textContent).toBe("−$42.00");
});

test("new rows reuse the cells of old ones", async () => {
  const screen = await open("/contracts");
  const row = page.getByRole("row").nth(1).element();
  await screen.rerender(<RecordsTableWorkbench rows={contracts.toReversed()} />);
  await expect.element(page.getByRole("row").nth(1)).toHaveTextContent(/Details of C/);
  expect(page.getByRole("row").nth(1).element()).toBe(row);
  expect(getComputedStyle(row).contentVisibility).toBe("visible");
});

test("a page says which rows it shows and links to the others", async () => {
  await open("/contracts?company=palantir&page=2");
  await expect.element(page.getByText("Rows 51–100 of 120")).toBeVisible();
  const pages = page.getByRole("navigation", { name: "Pages" });
  await expect
    .element(pages.getByRole("link", { name: "Previous" }))
    .toHaveAttribute("href", "/contracts?company=palantir");
  await expect
    .element(pages.getByRole("link", { name: "Next" }))
    .toHaveAttribute("href", "/contracts?company=palantir&page=3");
});

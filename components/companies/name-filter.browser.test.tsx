import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";

import { NameFilter } from "@/components/companies/name-filter";
import { addresses, openAt, requests, useSearchParams } from "@/components/testing/navigation";
import { PageFrame } from "@/components/testing/page-frame";

const field = page.getByRole("searchbox", { name: "Filter by name" });

/** Types without the browser driver, which is slower than the pause. */
function type(text: string) {
  const input = field.element() as HTMLInputElement;
  input.focus();
  for (const letter of text) {
    input.setRangeText(letter, input.value.length, input.value.length, "end");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function Companies() {
  const name = useSearchParams().get("name") ?? "";
  return (
    <PageFrame>
      <NameFilter action="/companies" name={name} label="Filter by name">
        <input type="hidden" name="sort" value="company" />
      </NameFilter>
      <a href="/companies?sort=company&name=geo">GEO</a>
    </PageFrame>
  );
}

async function open(address: string) {
  openAt(address);
  return render(<Companies />);
}

test("the list follows the typed text after a pause, and replaces the address", async () => {
  await open("/companies?sort=company");
  type("pal");
  await expect
    .poll(requests)
    .toEqual([{ address: "/companies?sort=company&name=pal", scroll: false, replace: true }]);
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveValue("pal");
});

test("Enter submits at once, and only once", async () => {
  await open("/companies?sort=company");
  type("geo");
  (field.element() as HTMLInputElement).form?.requestSubmit(); // as Enter does
  expect(addresses()).toEqual(["/companies?sort=company&name=geo"]);
  await new Promise((resolve) => setTimeout(resolve, 350)); // longer than the pause after the last key
  expect(addresses()).toHaveLength(1);
});

test("a response does not overwrite the text being typed, but a navigation updates the field", async () => {
  await open("/companies?sort=company");
  type("ge");
  openAt("/companies?sort=company&name=g");
  await expect.element(field).toHaveValue("ge");
  await page.getByRole("link", { name: "GEO" }).click();
  await expect.element(field).toHaveValue("geo");
});

test("an empty name is left out of the address", async () => {
  await open("/companies?sort=company&name=geo");
  await expect.element(field).toHaveValue("geo");
  await field.fill("");
  await expect.poll(addresses).toEqual(["/companies?sort=company"]);
});

test("without scripts it is a form that GETs", async () => {
  const screen = await render(
    <NameFilter action="/companies" name="geo" label="Filter by name">
      {null}
    </NameFilter>,
  );
  const form = screen.container.querySelector("form");
  expect([form?.method, form?.getAttribute("action")]).toEqual(["get", "/companies"]);
  await expect.element(screen.getByRole("button", { name: "Filter" })).toHaveAttribute("type", "submit");
});

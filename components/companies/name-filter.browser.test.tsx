import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";

import { NameFilter } from "@/components/companies/name-filter";
import { addresses, askedFor, openAt, useSearchParams } from "@/components/testing/navigation";
import { Page } from "@/components/testing/page";

const field = page.getByRole("searchbox", { name: "Filter by name" });

/** Types faster than any pause, without the way over the driver. */
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
    <Page>
      <NameFilter action="/companies" name={name} label="Filter by name">
        <input type="hidden" name="sort" value="company" />
      </NameFilter>
      <a href="/companies?sort=company&name=geo">GEO</a>
    </Page>
  );
}

async function open(address: string) {
  openAt(address);
  return render(<Companies />);
}

test("the list follows what is typed, once for a pause, in the place of the address before", async () => {
  await open("/companies?sort=company");
  type("pal");
  await expect
    .poll(askedFor)
    .toEqual([{ address: "/companies?sort=company&name=pal", scroll: false, replace: true }]);
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveValue("pal");
});

test("Enter asks at once, and only once", async () => {
  await open("/companies?sort=company");
  type("geo");
  (field.element() as HTMLInputElement).form?.requestSubmit(); // as Enter does
  expect(addresses()).toEqual(["/companies?sort=company&name=geo"]);
  await new Promise((resolve) => setTimeout(resolve, 350)); // longer than the pause after the last key
  expect(addresses()).toHaveLength(1);
});

test("an answer does not overwrite what is being typed; elsewhere the field says what the list is of", async () => {
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

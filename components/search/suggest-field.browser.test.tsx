import axe from "axe-core";
import { beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { SuggestField } from "@/components/search/suggest-field";
import { addresses, openAt } from "@/components/testing/navigation";
import { PageFrame } from "@/components/testing/page-frame";
import type { Suggestion } from "@/lib/contracts/suggestions";

const field = page.getByRole("combobox", { name: "Search everything" });
const list = page.getByRole("listbox", { name: "Suggestions" });
const options = list.getByRole("option");

const company = (label: string, net: number | null = null): Suggestion => ({
  kind: "company",
  label,
  detail: null,
  href: `/companies/${label.toLowerCase()}`,
  net,
  slug: label.toLowerCase(),
});

/** What the server answers, by the text; a text without an answer gets none until `answer` gives it one. */
let answers: Map<string, Suggestion[] | number>;
let waiting: Map<string, (response: Response) => void>;
let requested: string[];

const responseOf = (answer: Suggestion[] | number) =>
  typeof answer === "number"
    ? new Response("busy", { status: answer })
    : new Response(JSON.stringify({ hits: answer }));

beforeEach(() => {
  answers = new Map<string, Suggestion[] | number>([
    ["pal", [company("Palantir", 318_638_423.1), company("Paladius")]],
  ]);
  waiting = new Map();
  requested = [];
  vi.stubGlobal("fetch", (address: string, { signal }: { signal: AbortSignal }) => {
    requested.push(address);
    const text = new URL(address, location.href).searchParams.get("q") ?? "";
    const answer = answers.get(text);
    if (answer !== undefined) return Promise.resolve(responseOf(answer));
    return new Promise<Response>((resolve, reject) => {
      waiting.set(text, resolve);
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  });
});

async function open(picks: "page" | "company" = "page", address = "/contracts") {
  openAt(address);
  return render(
    <PageFrame>
      <button type="button">Elsewhere</button>
      <form action="/search">
        <SuggestField picks={picks} aria-keyshortcuts="/" name="q" aria-label="Search everything" />
      </form>
      <textarea aria-label="Notes" />
    </PageFrame>,
  );
}

test("it lists what fits, with kinds and dollars, and says how many there are", async () => {
  await open();
  await userEvent.fill(field, "pal");
  await expect.element(options.first()).toHaveTextContent("Palantir$318.6M obligated (net)Company");
  await expect.element(options.last()).toHaveTextContent("All results for “pal”");
  await expect.element(field).toHaveAttribute("aria-expanded", "true");
  await expect.element(field).toHaveAttribute("aria-controls", list.element().id);
  await expect.element(page.getByRole("status")).toHaveTextContent("3 suggestions");
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("the arrow keys, Home, End and Escape move through the list while the focus stays in the field", async () => {
  await open();
  await userEvent.fill(field, "pal");
  await expect.element(options.first()).toBeVisible();
  const chosen = () => options.elements().findIndex((one) => one.getAttribute("aria-selected") === "true");
  const press = (key: string) => userEvent.keyboard(`{${key}}`);
  for (const [key, index] of [
    ["ArrowDown", 0],
    ["ArrowDown", 1],
    ["End", 2],
    ["Home", 0],
    ["ArrowUp", -1],
    ["ArrowUp", 2],
    ["ArrowDown", -1],
  ] as const) {
    await press(key);
    await expect.poll(chosen, { message: key }).toBe(index);
    const id = options.elements()[index]?.id ?? null;
    expect((field.element() as HTMLElement).getAttribute("aria-activedescendant"), key).toBe(id);
  }
  await expect.element(field).toHaveFocus();
  await press("Escape");
  await expect.element(list).not.toBeInTheDocument();
  await expect.element(field).toHaveAttribute("aria-expanded", "false");
  await expect.element(field).toHaveValue("pal");
  await press("ArrowDown");
  await expect.element(list).toBeVisible();
});

test("Enter opens the chosen one, and without a choice submits the form", async () => {
  await open();
  await userEvent.fill(field, "pal");
  await expect.element(options.first()).toBeVisible();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await expect.poll(addresses).toEqual(["/companies/palantir"]);
  await userEvent.fill(field, "pal");
  await userEvent.keyboard("{Enter}");
  await expect.poll(addresses).toEqual(["/companies/palantir", "/search?q=pal"]);
  await expect.element(list).not.toBeInTheDocument();
});

test("a click opens a suggestion, and every result from the last one", async () => {
  await open("page", "/contracts?agency=7014&fy=2025&snapshot=abc");
  await userEvent.fill(field, "pal");
  await options.last().click();
  await expect.poll(addresses).toEqual(["/search?q=pal&snapshot=abc&all=yes"]);
  expect(requested).toEqual(["/api/suggest?q=pal&agency=7014&snapshot=abc"]);
});

test("an answer for an earlier text never replaces that for a later one", async () => {
  await open();
  await userEvent.fill(field, "slow");
  await expect.poll(() => waiting.has("slow")).toBe(true);
  await userEvent.fill(field, "pal");
  await expect.element(options.first()).toHaveTextContent("Palantir");
  waiting.get("slow")?.(responseOf([company("Slowpoke")]));
  await new Promise((resolve) => setTimeout(resolve, 50)); // time for a late answer to show
  await expect.element(options.first()).toHaveTextContent("Palantir");
});

test("leaving the field closes the list", async () => {
  await open();
  await userEvent.fill(field, "pal");
  await expect.element(list).toBeVisible();
  await page.getByRole("button", { name: "Elsewhere" }).click();
  await expect.element(list).not.toBeInTheDocument();
});

test("it stays the plain form if the server is busy or cannot be reached", async () => {
  await open();
  answers.set("busy", 503);
  await userEvent.fill(field, "busy");
  await expect.poll(() => requested.length).toBe(1);
  await userEvent.keyboard("{Enter}");
  await expect.poll(addresses).toEqual(["/search?q=busy"]);
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  await userEvent.fill(field, "gone");
  await userEvent.keyboard("{Enter}");
  await expect.poll(addresses).toEqual(["/search?q=busy", "/search?q=gone"]);
});

test("a slash moves the focus to it, but not while typing elsewhere", async () => {
  await open();
  await userEvent.click(page.getByRole("textbox", { name: "Notes" }));
  await userEvent.keyboard("/");
  await expect.element(page.getByRole("textbox", { name: "Notes" })).toHaveValue("/");
  await userEvent.click(page.getByRole("button", { name: "Elsewhere" }));
  await userEvent.keyboard("/");
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveValue("");
});

test("as a filter it adds the company to the others, from the first page on", async () => {
  await open("company", "/contracts?fy=2025&company=dell&page=3");
  await userEvent.fill(field, "pal");
  await expect.element(options.first()).toBeVisible();
  expect(options.elements()).toHaveLength(2);
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await expect.poll(addresses).toEqual(["/contracts?fy=2025&company=dell&company=palantir"]);
  await expect.element(field).toHaveValue("");
  expect(requested).toEqual(["/api/suggest?q=pal&kind=company"]);
});

test("without scripts it is a search field", async () => {
  const { renderToStaticMarkup } = await import("react-dom/server");
  const html = renderToStaticMarkup(<SuggestField picks="page" name="q" aria-label="Search everything" />);
  expect(html).toContain('type="search"');
  expect(html).not.toContain("combobox");
});

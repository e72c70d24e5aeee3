import axe from "axe-core";
import { expect, it, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { SampleFilters } from "@/components/testing/filters";
import { addresses, arrive, hold, openAt } from "@/components/testing/navigation";
import { PageFrame, useQuery } from "@/components/testing/page-frame";
import { type AmountCounts, amountBins } from "@/lib/query/amount-bins";

type HandleName = "Minimum" | "Maximum";
const amount = page.getByRole("region", { name: "Amount" });
const handle = (name: HandleName) => page.getByRole("slider", { name: `${name} amount` });
const box = (name: HandleName) => page.getByRole("textbox", { name: `${name} amount in dollars` });
const spoken = (name: HandleName) => handle(name).element().getAttribute("aria-valuetext");
/** The requested addresses, decoded. */
const requested = () => addresses().map(decodeURIComponent);
const lastRequested = () => expect.poll(() => requested().at(-1));
const press = async (...keys: string[]) => {
  for (const key of keys) await userEvent.keyboard(`{${key}}`);
};
const focus = (name: HandleName) => (handle(name).element() as HTMLElement).focus();

const AmountRangeWorkbench = ({ amounts }: { amounts?: AmountCounts }) => (
  <PageFrame>
    <SampleFilters query={useQuery()} {...(amounts && { amounts })} />
  </PageFrame>
);

async function open(address: string, amounts?: AmountCounts) {
  openAt(address);
  return render(<AmountRangeWorkbench {...(amounts && { amounts })} />);
}

test("two handles choose a range by keyboard alone", async () => {
  await open("/contracts");
  expect([spoken("Minimum"), spoken("Maximum")]).toEqual(["no limit", "no limit"]);
  (page.getByRole("combobox", { name: "Filter by" }).element() as HTMLElement).focus();
  await press("Tab");
  await expect.element(handle("Minimum")).toHaveFocus();
  await press("End");
  await expect.element(box("Minimum")).toHaveValue("$1B");
  await lastRequested().toBe("/contracts?amount=period&min=$1B");
  await expect.element(handle("Minimum")).toHaveFocus();

  await press("ArrowLeft", "ArrowLeft", "ArrowDown");
  await expect.element(box("Minimum")).toHaveValue("$30M");
  expect(spoken("Minimum")).toBe("$30 million");
  await lastRequested().toBe("/contracts?amount=period&min=$30M");
  await expect.element(handle("Minimum")).toHaveFocus();

  await press("Tab");
  await expect.element(handle("Maximum")).toHaveFocus();
  await press("Home");
  await expect.element(box("Maximum")).toHaveValue("$99999999.99");
  expect(spoken("Maximum")).toBe("below $100 million");
  await lastRequested().toBe("/contracts?amount=period&min=$30M&max=$99999999.99");
  await press("End");
  await expect.element(box("Maximum")).toHaveValue("");
  await lastRequested().toBe("/contracts?amount=period&min=$30M");
  await press("PageDown");
  await lastRequested().toMatch(/max=/);
  history.back();
  await expect.element(box("Maximum")).toHaveValue("");
  await expect.element(handle("Maximum")).toHaveAttribute("aria-valuetext", "no limit");
});

test("the focused handle has a ring of its own", async () => {
  await open("/contracts?min=1m");
  const handles = page.elementLocator(handle("Minimum").element().parentElement as Element);
  const shot = async () => (await handles.screenshot({ save: false, base64: true })) as unknown as string;
  (box("Minimum").element() as HTMLElement).focus();
  const before = await shot();
  await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
  await expect.element(amount.getByText(/bar shortened\)$|^Tallest bar/)).toHaveFocus();
  await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
  await expect.element(handle("Maximum")).toHaveFocus();
  expect(await shot()).not.toEqual(before);
});

test("a handle can move on while a response is pending", async () => {
  await open("/contracts");
  hold();
  focus("Minimum");
  await press("End");
  await expect.poll(requested).toEqual(["/contracts?amount=period&min=$1B"]);
  await press("ArrowLeft", "ArrowLeft");
  arrive();
  await press("ArrowLeft", "ArrowLeft");
  await expect.element(box("Minimum")).toHaveValue("$10M");
  await lastRequested().toBe("/contracts?amount=period&min=$10M");
  await expect.element(box("Minimum")).toHaveValue("$10M");
  arrive();
  await expect.element(box("Minimum")).toHaveValue("$10M");
  expect(spoken("Minimum")).toBe("$10 million");
});

test("a response that arrives after a later request moves no handle", async () => {
  await open("/contracts");
  hold();
  focus("Minimum");
  await press("End");
  await expect.poll(addresses).toHaveLength(1);
  await press("ArrowLeft");
  await expect.poll(addresses).toHaveLength(2);
  arrive(0);
  await expect.element(box("Minimum")).toHaveValue("$300M");
  expect(spoken("Minimum")).toBe("$300 million");
  arrive(1);
  await expect.element(box("Minimum")).toHaveValue("$300M");
  expect(requested().at(-1)).toBe("/contracts?amount=period&min=$300M");
});

test("a handle that returns to its place requests nothing", async () => {
  await open("/contracts?min=1m");
  const input = handle("Minimum").element() as HTMLInputElement;
  // Without the browser driver, which may be slower than the delay.
  for (const by of [-1, 1]) {
    input.stepUp(by);
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
    await Promise.resolve();
    expect((box("Minimum").element() as HTMLInputElement).value).toBe(by < 0 ? "$300K" : "$1M");
  }
  await new Promise((resolve) => setTimeout(resolve, 500)); // longer than the delay
  expect(addresses()).toEqual([]);
  focus("Minimum");
  await press("ArrowRight");
  await expect.poll(requested).toEqual(["/contracts?amount=period&min=$3M"]);
  history.back();
  await expect.element(box("Minimum")).toHaveValue("$1M");
  await expect.element(page.getByRole("main")).not.toHaveAttribute("aria-busy");
});

test("a dragged handle submits once, on release", async () => {
  await open("/contracts?company=palantir");
  const input = handle("Minimum").element() as HTMLInputElement;
  const { width } = input.getBoundingClientRect();
  const seen: [string, number][] = [];
  input.addEventListener("input", () => seen.push([input.value, addresses().length]));
  await userEvent.dragAndDrop(handle("Minimum"), handle("Minimum"), {
    sourcePosition: { x: 12, y: 10 },
    targetPosition: { x: width / 2, y: 10 },
    steps: 6,
  });
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.every(([, requested]) => requested === 0)).toBe(true);
  await expect.poll(addresses).toHaveLength(1);
  expect(requested()[0]).toMatch(/^\/contracts\?company=palantir&amount=period&min=-?\$[\d.]+[kmbn]*$/);
});

test("a typed bound stays as typed, with its handle at the nearest edge", async () => {
  await open("/contracts?min=-1.7m&max=250k");
  await expect.element(box("Minimum")).toHaveValue("-$1.7M");
  await expect.element(box("Maximum")).toHaveValue("$250K");
  expect([spoken("Minimum"), spoken("Maximum")]).toEqual(["−$1.7 million", "$250 thousand"]);
  focus("Maximum");
  await press("ArrowRight");
  await expect.element(box("Maximum")).toHaveValue("$999999.99");
  await lastRequested().toBe("/contracts?amount=period&min=-$1.7M&max=$999999.99");
  await expect.element(box("Minimum")).toHaveValue("-$1.7M");
});

test("handles never meet", async () => {
  await open("/contracts?min=1m&max=2999999.99");
  focus("Minimum");
  await press("End");
  await expect.element(box("Minimum")).toHaveValue("$1M");
  focus("Maximum");
  await press("Home");
  await expect.element(box("Maximum")).toHaveValue("$2999999.99");
});

test("a bar has its count, and selects or clears its range", async () => {
  await open("/contracts?view=actions&company=palantir");
  await amount.getByText(/^900 actions of \$0 \(bar shortened\)$/).click();
  const links = amount.getByRole("link", { name: /: \d+ actions$/ });
  expect(links.elements()).toHaveLength(amountBins.length);
  const bar = amount.getByRole("link", { name: /^−\$3M to −\$1M: \d+ actions$/ });
  await expect.element(bar).toHaveAttribute("data-keeps-scroll");
  await bar.click();
  expect(addresses()).toEqual([
    "/contracts?view=actions&company=palantir&min=-2999999.99&max=-1000000&amount=action",
  ]);
  expect([spoken("Minimum"), spoken("Maximum")]).toEqual(["above −$3 million", "−$1 million"]);
  await expect.element(bar).toHaveAttribute("aria-current", "true");
  await bar.click();
  expect(addresses().at(-1)).toBe("/contracts?view=actions&company=palantir");
});

test("bars are as tall as their counts, cut off at the largest that is not $0", async () => {
  const counts = amountBins.map(() => 0);
  const at = (min: string) => amountBins.findIndex((bin) => bin.min === min);
  counts[at("0")] = 500;
  counts[at("1000")] = 100;
  counts[at("3000")] = 50;
  counts[at("10000")] = 1;
  await open("/contracts?min=3000&max=9999.99", { counts, missing: 0 });
  const bars = [...document.querySelectorAll('svg[aria-hidden="true"] a')].map((link) => {
    const drawn = link.querySelectorAll("rect")[1] as SVGRectElement;
    return {
      name: link.querySelector("title")?.textContent,
      height: Number(drawn.getAttribute("height")).toFixed(1),
      isChosen: drawn.getAttribute("fill") === "var(--accent)",
      isCut: link.querySelector("line") !== null,
    };
  });
  expect(bars).toEqual([
    { name: "$0: 500 contracts", height: "64.0", isChosen: false, isCut: true },
    { name: "$1K to $3K: 100 contracts", height: "51.2", isChosen: false, isCut: false },
    { name: "$3K to $10K: 50 contracts", height: "25.6", isChosen: true, isCut: false },
    { name: "$10K to $30K: 1 contract", height: "1.0", isChosen: false, isCut: false },
  ]);
});

test("without amounts there is a message, and no bars or handles", async () => {
  const none = amountBins.map(() => 0);
  await open("/contracts?amount=current", { counts: none, missing: 12_245 });
  await expect.element(amount).toHaveTextContent(/No contract in this selection has this amount\./);
  await expect.element(amount).toHaveTextContent(/Not reported for 12,245 contracts\./);
  expect(page.getByRole("slider").elements()).toEqual([]);
});

it.each([390, 320])("has both handles within reach at %i px", async (width) => {
  await page.viewport(width, 844);
  await open("/contracts?min=1m&max=2999999.99");
  (document.querySelector("dialog") as HTMLDialogElement).showModal();
  handle("Minimum").element().scrollIntoView({ block: "center" });
  // One bin apart, each handle can still be touched alone.
  for (const name of ["Minimum", "Maximum"] as const) {
    const input = handle(name).element() as HTMLInputElement;
    const frame = input.getBoundingClientRect();
    const thumb = frame.x + 12 + ((frame.width - 24) * Number(input.value)) / amountBins.length;
    expect(document.elementFromPoint(thumb, frame.y + 12)?.getAttribute("aria-label")).toBe(`${name} amount`);
    expect(frame.height).toBeGreaterThanOrEqual(24);
  }
  await amount.getByText(/bar shortened\)$|^Tallest bar/).click();
  for (const link of amount.getByRole("listitem").getByRole("link").elements()) {
    expect(link.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
  }
  await page.viewport(1440, 900);
});

it.each(["light", "dark"])("has no axe violations, %s", async (theme) => {
  document.documentElement.dataset.theme = theme;
  await open("/contracts?min=250k&max=-0.01");
  await amount.getByText(/bar shortened\)$|^Tallest bar/).click();
  const { violations } = await axe.run(amount.element(), { resultTypes: ["violations"] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  delete document.documentElement.dataset.theme;
});

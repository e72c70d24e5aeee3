import type { Page } from "playwright/test";

import { expect, test } from "./journey";

const facet = (page: Page, name: string) =>
  page.getByRole("form", { name: "Filter contracts" }).getByRole("link", { name });

test("old figures stay in place, grayed, until the response arrives and is announced", async ({ page }) => {
  await page.goto("/contracts?view=actions");
  const result = page.getByRole("region", { name: "Result" });
  await expect(result).toContainText("27,370 actions");
  const place = await result.boundingBox();
  let answer = () => {};
  const requested = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/_rsc=/, async (route) => {
    await requested;
    await route.continue();
  });
  await facet(page, "CoreCivic").click();
  await expect(page.locator("main")).toHaveAttribute("aria-busy", "true");
  await expect(page.locator("main")).toHaveCSS("opacity", "0.55");
  await expect(result).toContainText("27,370 actions");
  expect(await result.boundingBox()).toEqual(place);
  answer();
  await expect(page).toHaveURL("/contracts?view=actions&company=corecivic");
  await expect(page.getByRole("status").filter({ hasText: "obligated" })).toHaveText(
    "Company: CoreCivic. 309 actions, 51 contracts, $1.23 billion obligated (net). Actions by Signed, descending",
  );
  await expect(page.locator("main")).not.toHaveAttribute("aria-busy");
  await expect(page.locator("main")).toHaveCSS("opacity", "1");
});

/** Delays the counts of the filters in every response until `release`. */
const holdFilters = (page: Page) =>
  page.addInitScript(() => {
    const { fetch } = window;
    let isHeld = true;
    Object.assign(window, {
      release: () => {
        isHeld = false;
      },
      // Delays a response from the point where the filters begin.
      fetch: async (...request: Parameters<typeof fetch>) => {
        const answer = await fetch(...request);
        if (!String(request[0]).includes("_rsc=") || !answer.body) return answer;
        const bytes = new TextDecoder("latin1");
        let isPast = false;
        const held = answer.body.pipeThrough(
          new TransformStream<Uint8Array, Uint8Array>({
            async transform(chunk, controller) {
              const text = bytes.decode(chunk);
              const at = isPast ? 0 : text.lastIndexOf("\n", text.indexOf('"found":"')) + 1;
              isPast ||= text.includes('"found":"');
              if (!isPast) return controller.enqueue(chunk);
              if (at > 0) controller.enqueue(chunk.subarray(0, at));
              while (isHeld) await new Promise((resolve) => setTimeout(resolve, 20));
              controller.enqueue(chunk.subarray(at));
            },
          }),
        );
        const { status, headers } = answer;
        return Object.defineProperty(new Response(held, { status, headers }), "url", { value: answer.url });
      },
    });
  });

const release = (page: Page) => page.evaluate(() => (window as unknown as { release: () => void }).release());

const awaitedFilters = (page: Page) =>
  page.locator("[aria-busy]", { has: page.getByRole("form", { name: "Filter contracts" }) });

/** A first day that no test requested before: the server sends a cached response in one piece. */
const uncachedDay = () =>
  new Date(Date.UTC(2021, 0, 1 + Math.floor(Math.random() * 900))).toISOString().slice(0, 10);

test("a result does not wait for the filters, which stay grayed and inert until their counts arrive", async ({
  page,
}) => {
  await holdFilters(page);
  const from = uncachedDay();
  await page.goto(`/contracts?from=${from}`);
  const result = page.getByRole("region", { name: "Result" });
  const before = await result.textContent();
  await facet(page, "FY2024").click();
  await expect(page).toHaveURL(`/contracts?fy=2024&from=${from}`);
  await expect(result).not.toHaveText(before ?? "");
  await expect(page.locator("main")).not.toHaveAttribute("aria-busy");
  const filters = awaitedFilters(page);
  await expect(filters).toHaveAttribute("aria-busy", "true");
  await expect(filters).toHaveCSS("pointer-events", "none");
  await expect(filters).toHaveCSS("opacity", "0.55");
  await expect(facet(page, "FY2024")).not.toHaveAttribute("aria-current");
  await release(page);
  await expect(facet(page, "FY2024")).toHaveAttribute("aria-current", "true");
  await expect(filters).toHaveAttribute("aria-busy", "false");
  await expect(filters).toHaveCSS("opacity", "1");
});

test("Back before the filters have arrived finds them filled as they were", async ({ page }) => {
  await holdFilters(page);
  const address = `/contracts?from=${uncachedDay()}`;
  await page.goto(address);
  const most = page.getByRole("textbox", { name: "Maximum amount in dollars" });
  const handle = page.getByRole("slider", { name: "Maximum amount" });
  await handle.focus();
  await page.keyboard.press("PageDown");
  await expect(page).toHaveURL(/max=/);
  await expect(awaitedFilters(page)).toHaveCSS("opacity", "0.55");
  await expect(most).not.toHaveValue("");
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(most).toHaveValue("");
  await expect(handle).toHaveAttribute("aria-valuetext", "no limit");
  await release(page);
  await expect(awaitedFilters(page)).toHaveAttribute("aria-busy", "false");
  await handle.press("PageDown");
  await expect(page, "the same range can be requested again").toHaveURL(/max=/);
});

test("a page reports a server that does not respond, stays, and shows the requested page later", async ({
  page,
  context,
}) => {
  await page.goto("/vehicles/GS35F0086U");
  const message = page.getByRole("status").filter({ hasText: "cannot reach the server" });
  await expect(message).toBeHidden();
  await context.setOffline(true);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Agencies" }).click();
  await expect(message).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("GS35F0086U");
  await context.setOffline(false);
  await expect(page).toHaveURL("/agencies");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Agencies");
  await expect(message).toBeHidden();
});

test("links and forms are followed without a new page load; files are left to the browser", async ({
  page,
}) => {
  await page.goto("/companies/palantir");
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  const isSame = () => page.evaluate(() => "isSame" in window);

  await page.getByText("Other dates", { exact: true }).click();
  const days = page.getByRole("form", { name: "Other dates" });
  await days.getByLabel("From").fill("2025-01-01");
  await days.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL("/companies/palantir?from=2025-01-01"); // without the empty fields
  await expect(page.getByRole("main")).toContainText("$224.6 million");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Companies" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Companies" })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL("/companies/palantir?from=2025-01-01");
  expect(await isSame()).toBe(true);

  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Actions (CSV)" }).click();
  expect((await file).suggestedFilename()).toMatch(/\.csv$/);
  expect(await isSame()).toBe(true);
});

import { expect, expectAccessible, pageWidth, statusOf, test, twoAppearances } from "./journey";

const palantir = "/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730";
const earlier = "/contracts/CONT_AWD_70CDCR18C00000003_7012_-NONE-_-NONE-";
const keyless = "/contracts/7012-70CDCR19P00000051";

// What the pages say: http/contract.test.ts.
test("arrow keys walk the running total day by day", async ({ page }) => {
  await page.goto(palantir);
  const chart = page.getByRole("application", { name: /^Running total in these records/ });
  await page.getByRole("heading", { name: "Running total in these records" }).scrollIntoViewIfNeeded();
  await chart.focus();
  const tip = statusOf(chart);
  await page.keyboard.press("ArrowRight");
  await expect(tip).toContainText("P00001: money added");
  for (let day = 0; day < 9; day += 1) await page.keyboard.press("ArrowRight");
  await expect(tip).toContainText("July 22, 2025");
  await expect(tip).toContainText("−$18,000.00");
  await expect(tip).toContainText("$88,098,065.29");
});

test("a contract fits a phone, its amounts too", async ({ reader: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(palantir);
  expect(await pageWidth(page)).toBe(390);
  const action = page.getByRole("region", { name: "Actions of this contract" }).getByRole("row");
  const amount = await action
    .filter({ has: page.getByRole("rowheader", { name: "P00009", exact: true }) })
    .getByText("$29,898,236.00")
    .boundingBox();
  expect((amount?.x ?? 390) + (amount?.width ?? 0)).toBeLessThanOrEqual(390);
});

test("contracts in other states have no axe violations and fit a phone", { tag: "@deep" }, async ({
  page,
}) => {
  for (const path of [palantir, earlier, keyless]) {
    await page.goto(path);
    if (path === palantir) await page.getByText("Show the raw record of 16 actions").click();
    await expectAccessible(page, twoAppearances);
  }
});

import { axeViolations, expect, test } from "./journey";

// Two snapshots of a small history. In the earlier one an action has $100.00 that the newest corrects to $120.00.
// What the pages say: http/snapshots.test.ts.
test.use({ site: "changes" });

test("a page of an earlier snapshot has no axe violations", { tag: "@deep" }, async ({ page, request }) => {
  const { snapshots } = await (await request.get("/api/snapshots")).json();
  await page.goto(`/data?snapshot=${snapshots.find(({ current }: { current: boolean }) => !current).id}`);
  await expect(page.getByText(/^You are viewing an earlier snapshot, built/)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});

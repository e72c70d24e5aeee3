import { expect, it } from "vitest";

import { pagesOf, type ServedPage } from "./page";
import { siteOf } from "./site";

const open = pagesOf(siteOf("bundled"));

const amount = (page: ServedPage) => page.named("Amount");
const result = (page: ServedPage) => page.named("Result").text;
const summary = (page: ServedPage) => amount(page).all("summary").text;

/** The sum of the counts in the list under the bars. */
const counted = (page: ServedPage) =>
  amount(page)
    .all("li")
    .links()
    .texts.flatMap((text) => /: ([\d,]+) (?:contract|action)s?$/.exec(text)?.[1] ?? [])
    .reduce((sum, count) => sum + Number(count.replaceAll(",", "")), 0);

it("the bars count every contract and link to the records that they count", async () => {
  const page = await open("/contracts");
  expect(summary(page)).toBe("5,539 contracts net to $0 (bar shortened)");
  expect(counted(page)).toBe(12_245);
  const bar = await page.follow(/^\$10M to \$30M: 176 contracts$/, amount(page));
  expect(bar.address).toBe("/contracts?min=10000000&max=29999999.99&amount=period");
  expect(result(bar)).toContain("176 contracts");
  expect(counted(bar), "whatever the amount").toBe(12_245);
});

it("a bar of actions opens as many as it counts, negative ones too, and can be removed again", async () => {
  const page = await open("/contracts?view=actions");
  expect(summary(page)).toBe("12,865 actions of $0 (bar shortened)");
  expect(counted(page)).toBe(27_370);
  const name = /^−\$3M to −\$1M: \d+ actions$/;
  const listed = (of: ServedPage) => amount(of).all("li").links(name);
  const [, count] = /: (\d+) /.exec(listed(page).text) ?? [];
  const bar = await page.follow(name, amount(page).all("li"));
  expect(bar.address).toBe("/contracts?view=actions&min=-2999999.99&max=-1000000&amount=action");
  expect(result(bar)).toContain(`${count} actions ·`);
  expect(listed(bar).attributes("aria-current")).toEqual(["true"]);
  expect(listed(bar).hrefs).toEqual(["/contracts?view=actions"]);
});

it("a selection without amounts of that kind says so and has no bars", async () => {
  const none = await open("/contracts?company=no-such-company");
  expect(amount(none).text).toContain("No contract in this selection has this amount.");
  const unreported = await open("/contracts?amount=current");
  expect(amount(unreported).text).toContain("Not reported for 12,245 contracts.");
});

it("the bars count the other filters’ selection under every measure", async () => {
  for (const path of ["/contracts?min=100m", "/contracts?view=actions&amount=in_records"]) {
    expect(counted(await open(path)), path).toBe(12_245);
  }
  expect(counted(await open("/contracts?amount=action"))).toBe(27_370);
  const both = await open("/contracts?agency=7012&agency=7014&company=palantir");
  expect(counted(both)).toBeGreaterThanOrEqual(8);
  const bar = await both.follow(/^\$100M to \$300M: 1 contract$/, amount(both));
  expect(bar.address).toMatch(
    /company=palantir&agency=7012&agency=7014&min=100000000&max=299999999\.99&amount=period$/,
  );
});

import { expect, expectAccessible, test, twoAppearances } from "./journey";

for (const [tag, slugs] of [
  [[], ["microsoft"]],
  [["@deep"], ["palantir", "dell", "akima", "geo-group", "motorola-solutions"]],
] as const) {
  test(`a company prints on one sheet: ${slugs.join(", ")}`, { tag: [...tag] }, async ({ page }) => {
    for (const slug of slugs) {
      await page.goto(`/companies/${slug}`);
      const pdf = (await page.pdf({ format: "Letter" })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g), slug).toHaveLength(1);
    }
  });
}

test("companies in other states have no axe violations and fit narrow and wide windows", {
  tag: "@deep",
}, async ({ page }) => {
  for (const path of ["/companies/geo-group", "/companies/google", "/companies/acme-anvils"]) {
    await page.goto(path);
    await expectAccessible(page, twoAppearances);
  }
});

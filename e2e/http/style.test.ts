import { expect, it } from "vitest";

import { pagesOf } from "./page";
import { siteOf } from "./site";

it("the style page shows every part twice, once in each theme", async () => {
  const page = await pagesOf(siteOf("bundled"))("/method/style");
  const themes = page.all("[data-theme]").each;
  expect(themes).toHaveLength(2);
  for (const theme of themes)
    for (const part of ["Colors are roles", "Type", "Spacing", "Figures", "Table", "Notices", "Charts"])
      expect(theme.headings(part).count, part).toBe(1);
});

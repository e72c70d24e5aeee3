import { expect, it } from "vitest";

import { densityOf } from "@/lib/query/density";

it("takes the height in the address before the stored one, and ignores any other cookie", () => {
  expect(densityOf("comfortable", "compact")).toBe("comfortable");
  expect(densityOf(null, "compact")).toBe("compact");
  expect(densityOf(null, "<b>")).toBe("comfortable");
  expect(densityOf(null, undefined)).toBe("comfortable");
});

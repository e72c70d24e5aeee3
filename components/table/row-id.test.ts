import fc from "fast-check";
import { expect, it } from "vitest";

import { contractOf, rowId } from "@/components/table/row-id";

it("reads back the contract of any row", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1 });
  fc.assert(
    fc.property(text, fc.option(text), (contract, modification) => {
      const id = rowId({ contract, modification });
      expect(id).toMatch(/^[\w/%.!~*'()-]+$/);
      expect(contractOf(id)).toBe(contract);
    }),
  );
});

it.each(["", "results", "row/", "row", "row/%E0%A4%A", "week-3"])("%j opens no row", (id) => {
  expect(contractOf(id)).toBeNull();
});

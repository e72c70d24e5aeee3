import fc from "fast-check";
import { expect, it } from "vitest";

import { readAnswer } from "@/components/contract/contract-answer";
import { largestCents } from "@/lib/contracts/money";
import type { ContractAction, ContractRow } from "@/lib/contracts/rows";
import { inDollars } from "@/lib/http/json";

it("has every amount to the cent, as it was before the answer was written", () => {
  const cents = fc.integer({ min: -largestCents, max: largestCents });
  fc.assert(
    fc.property(cents, cents, (one, other) => {
      const contract = { piid: "A", in_records: one, added: other, taken_back: one } as ContractRow;
      const action = { federal_action_obligation: one, running_total: other } as ContractAction;
      const written = JSON.stringify({
        contract: inDollars(contract),
        actions: [inDollars(action)],
        brands: [],
        siblings: [{}, {}],
      });
      expect(readAnswer(JSON.parse(written))).toEqual({
        contract,
        actions: [action],
        brands: [],
        siblings: 2,
      });
    }),
  );
});

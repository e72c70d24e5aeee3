import fc from "fast-check";
import { expect, it } from "vitest";

import { readContractResponse } from "@/components/contract/contract-response";
import { largestCents } from "@/lib/contracts/money";
import type { ContractAction, ContractRow } from "@/lib/contracts/rows";
import { toJson } from "@/lib/http/json";
import { components } from "@/lib/http/responses";

it("restores every amount to the cent", () => {
  const cents = fc.integer({ min: -largestCents, max: largestCents });
  fc.assert(
    fc.property(cents, cents, (one, other) => {
      const contract = {
        piid: "A",
        in_records: one,
        added: other,
        taken_back: one,
        current_value: other,
        potential_value: null,
      } as ContractRow;
      const action = { federal_action_obligation: one, running_total: other } as ContractAction;
      const json = JSON.stringify({
        contract: toJson(components.Contract, contract),
        actions: [toJson(components.ContractAction, action)],
        brands: [],
        siblings: [{}, {}],
      });
      expect(readContractResponse(JSON.parse(json))).toEqual({
        contract,
        actions: [action],
        brands: [],
        siblings: 2,
      });
    }),
  );
});

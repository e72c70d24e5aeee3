import { expect, it } from "vitest";

import { amountPresets } from "@/components/filters/amount-presets";
import { boundCents } from "@/lib/query/amounts";

it.each([
  "-1000",
  "-0.01",
  "0",
  "24999.99",
  "25000",
  "250000",
  "999999.99",
  "1000000",
  "10000000",
  "100000000",
  "5000000000",
])("%s is in exactly one preset", (amount) => {
  const cents = boundCents(amount);
  const holding = amountPresets.filter(
    ({ min, max }) =>
      (min === null || cents >= boundCents(min)) && (max === null || cents <= boundCents(max)),
  );
  expect(holding).toHaveLength(1);
});

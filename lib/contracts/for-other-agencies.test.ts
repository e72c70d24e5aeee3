import { expect, it } from "vitest";

import { forOthers } from "@/lib/contracts/for-other-agencies";

const actions = (...texts: (string | null)[]) =>
  texts.map((transaction_description, index) => ({
    modification_number: `P${index}`,
    transaction_description,
  }));

it("finds the agency that an action says it is for, where that is not the one that awarded it", () => {
  const texts = actions(
    "THIS MODIFICATION PURCHASES RADIOS FOR CBP.",
    "AMMUNITION FOR THE FPS, SIG PARTS",
    "GUARDS FOR ICE",
    "COLT PARTS FOR ICE AND FOR CBP",
    "FORCBP OR FOR CBPX",
    null,
  );
  expect(forOthers("7012", texts)).toEqual([
    { modification: "P0", name: "CBP" },
    { modification: "P1", name: "FPS" },
  ]);
  expect(forOthers("7014", texts).map(({ modification, name }) => `${modification} ${name}`)).toEqual([
    "P1 FPS",
    "P2 ICE",
  ]);
});

import { type Day, daysBefore } from "@/lib/contracts/days";
import { change, defaults, type Query } from "@/lib/query/query";

interface Preset {
  label: string;
  /** The query with the choice or, if it is made, without it. */
  query: Query;
  isChosen: boolean;
}

const back = 30;

/** The questions that many readers come with, counted back from the newest day of the records. */
export function presets(query: Query, through: Day): Preset[] {
  const { sort } = defaults(query.view);
  const whole = { fy: [], from: null, to: null };
  // De-obligations are negative, so ascending order puts the largest first.
  const ascending = query.view === "contracts" ? "net" : "federal_action_obligation";
  return [
    preset(query, "Over $50 million", { min: "50000000", max: null }, { min: null }),
    preset(
      query,
      "New this month",
      { ...whole, from: `${through.slice(0, 7)}-01`, new: ["yes"] },
      { from: null, new: [] },
    ),
    preset(
      query,
      `Taken back, last ${back} days`,
      { ...whole, from: daysBefore(through, back - 1), sign: ["neg"], sort: ascending },
      { from: null, sign: [], sort },
    ),
  ];
}

function preset(query: Query, label: string, chosen: Partial<Query>, dropped: Partial<Query>): Preset {
  const isChosen = Object.entries(chosen).every(
    ([name, value]) => name === "sort" || String(query[name as keyof Query] ?? "") === String(value ?? ""),
  );
  return { label, query: change(query, isChosen ? dropped : chosen), isChosen };
}

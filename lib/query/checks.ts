import type { Cents } from "@/lib/contracts/money";
import type { PublishedFigure, PublishedMeasure, Verdict } from "@/lib/contracts/published-figures";
import type { Query } from "@/lib/query/query";
import type { Span } from "@/lib/query/windows";
import { matchesOf, type WrittenFigure } from "@/lib/query/written-figure";

/** What the records hold of the actions that a published figure is compared with. */
export interface CheckFacts {
  net: Cents;
  added: Cents;
  taken_back: Cents;
  actions: number;
  contracts: number;
  /** What the contracts of these actions had come to at the end of the window, each counted once. */
  whole: Cents;
  /** The same, each counted once for every action of the window. */
  repeated: Cents;
  /** The potential value of the contract, if it is only one and a file reports it. */
  potential: Cents | null;
}

/** A measure that a figure was found to be, which is not the net of the actions. */
export type OtherMeasure = "added" | "agencies" | Exclude<PublishedMeasure, "obligated">;

interface Judgment {
  verdict: Verdict;
  other: OtherMeasure | null;
  /** The figure of the records that the published one equals or may mean; `null` if they have none. */
  ours: Cents | null;
}

/** A published figure, compared with the records. */
export interface Check extends PublishedFigure, CheckFacts, Judgment {
  value: Cents;
  selection: Query;
  window: Span;
  /** How many times the net the published figure is; `null` without a net above zero. */
  factor: number | null;
}

/** Words around a figure that set a lower or an upper limit. */
const lowerLimit = /more than|at least|over|above|exceeding|as much as|\+|or more/;
const upperLimit = /less than|nearly|almost|up to|at most|under|below|or less/;

/** Below this many times the net, late reports and corrections may explain a difference. */
const leastFactor = 1.2;

/**
 * Compares a written figure with the records. What it says it counts decides what it can be: only a figure of outlays or of whole
 * contracts can be lifetime totals, and only if the contracts come to as much. `ofAllAgencies` is the net of the same actions of every agency, if those are more.
 */
export function judge(
  written: WrittenFigure,
  measure: PublishedMeasure,
  facts: CheckFacts,
  ofAllAgencies: Cents | null,
): Judgment {
  const { value, nearness } = written;
  const matches = (cents: Cents) =>
    nearness && upperLimit.test(nearness) && cents > value ? [] : matchesOf(written, cents);
  if (measure === "obligated") {
    const { net, added, whole } = facts;
    const [match] = facts.actions > 0 ? matches(net) : [];
    if (match) return { verdict: match === "exact" ? "equal" : "rounded", other: null, ours: net };
    if (nearness && lowerLimit.test(nearness) && net > value)
      return { verdict: "bound", other: null, ours: net };
    const others = { added, agencies: ofAllAgencies, contracts: whole };
    for (const [name, cents] of Object.entries(others) as [keyof typeof others, Cents | null][])
      if (cents !== null && matches(cents).length > 0)
        return { verdict: "measure", other: name, ours: cents };
    return { verdict: "none", other: null, ours: null };
  }
  const isWhole = measure === "contracts" && matches(facts.whole).length > 0;
  const isLifetime =
    (measure === "outlays" || measure === "contracts") &&
    !isWhole &&
    facts.net > 0 &&
    value >= leastFactor * facts.net &&
    value <= facts.repeated;
  return {
    verdict: isLifetime ? "lifetime" : "measure",
    other: measure,
    ours: isWhole ? facts.whole : measure === "potential" ? facts.potential : null,
  };
}

import { z } from "zod";
import { isDay } from "@/lib/contracts/days";
import type { FacilityRule } from "@/lib/contracts/facilities";
import { lookUp } from "@/lib/contracts/look-up";
import { stateNames } from "@/lib/contracts/places";
import {
  cellParts,
  exampleFault,
  matcher,
  type PhraseRule,
  phraseFinder,
  phrases,
} from "@/lib/identity/phrases";
import { dayCell, filled, RuleError, type RuleTable, readRules, uniqueBy } from "@/lib/identity/rules";

const degrees = (most: number) =>
  z
    .string()
    .regex(/^(-?\d+(\.\d+)?)?$/, "is not a number of degrees")
    .transform((text) => (text === "" ? null : Number(text)))
    .refine((value) => value === null || Math.abs(value) <= most, "is not a number of degrees");
const listedDay = z.string().refine((text): text is string => text === "" || isDay(text), "is not a day");

const facilityRule = z.strictObject({
  slug: z.string().regex(/^(?=...)[a-z0-9]+(-[a-z0-9]+)*$/, "is not lower-case words joined by hyphens"),
  name: filled,
  listed_as: z.string().transform(cellParts("||")),
  city: filled,
  state: z.string().refine((code) => code === "" || lookUp(stateNames, code), "is not the code of a state"),
  latitude: degrees(90),
  longitude: degrees(180),
  type: z.string().transform(cellParts("||")),
  first_listed: listedDay,
  last_listed: listedDay,
  phrases,
  ambiguous: phrases,
  context: phrases,
  exclude: phrases,
  expected: z.enum(["", "none"], "is neither blank nor none"),
  true: z.string().transform(cellParts("||")),
  false: z.string().transform(cellParts("||")),
  reviewed: dayCell,
  note: z.string(),
}) satisfies z.ZodType<FacilityRule>;

/**
 * Reads `data/facilities.csv`.
 * @throws {RuleError} for a malformed row, a repeated slug, a rule without phrases, or an example that contradicts its rule.
 */
export function readFacilityRules(table: RuleTable): FacilityRule[] {
  const entries = readRules(table, facilityRule);
  uniqueBy(table, entries, ({ slug }) => slug);
  for (const { line, rule } of entries) {
    const fail = (problem: string) => {
      throw new RuleError(table.file, line, problem);
    };
    if (rule.phrases.length + rule.ambiguous.length === 0) fail("phrases and ambiguous are both empty");
    if ((rule.ambiguous.length === 0) !== (rule.context.length === 0))
      fail("ambiguous and context are not both empty or both given");
    const tests = phraseRules(rule).map(matcher);
    const fault = exampleFault(rule, (text) => tests.some((test) => test(text) === "named"));
    if (fault) fail(fault);
  }
  return entries.map(({ rule }) => rule);
}

/** The phrases that need no context, and those that do. */
const phraseRules = ({ phrases: clear, ambiguous, context, exclude }: FacilityRule): PhraseRule[] =>
  [
    { pattern: clear, context: [], exclude },
    { pattern: ambiguous, context, exclude },
  ].filter(({ pattern }) => pattern.length > 0);

/** Makes a finder of all facilities in one description; `candidates` is that of {@link phraseFinder}. */
export function facilityFinder(facilities: readonly FacilityRule[]) {
  const rules = facilities.flatMap((facility, place) =>
    phraseRules(facility).map((rule) => ({ rule, place })),
  );
  const { candidates, find } = phraseFinder(rules.map(({ rule }) => rule));
  return {
    candidates,
    /** The indexes of the facilities that a description names, each once. */
    find: (description: string): number[] => [
      ...new Set(find(description).map((index) => rules[index]?.place ?? -1)),
    ],
  };
}

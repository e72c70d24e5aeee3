import type { Day } from "@/lib/contracts/days";

/**
 * A detention facility as ICE lists it, and the rule that finds it in descriptions (`data/facilities.csv`). Phrases match as
 * those of a brand do.
 */
export interface FacilityRule {
  slug: string;
  name: string;
  /** Its names on ICE's lists; none where it is on none of them. */
  listed_as: string[];
  city: string;
  /** The postal code of the state; empty outside the United States. */
  state: string;
  /** A point on a map, in degrees; `null` where it is not known. */
  latitude: number | null;
  longitude: number | null;
  /** ICE's labels for it, the newest last. */
  type: string[];
  /** The days of the first and the last of the lists with it; empty where it is on none of them. */
  first_listed: Day | "";
  last_listed: Day | "";
  /** Any of these names it. */
  phrases: string[];
  /** Any of these names it if one of `context` occurs too. */
  ambiguous: string[];
  context: string[];
  /** A match inside one of these does not count. */
  exclude: string[];
  /** `none`: no description is expected to name it. */
  expected: "" | "none";
  /** Recorded descriptions that name it, and some that do not. */
  true: string[];
  false: string[];
  reviewed: Day;
  note: string;
}
/** The days of the first and the last of ICE's lists that `data/facilities.csv` was made from. */
export const facilityLists = { count: 7, first: "2025-07-07", last: "2026-04-09" } as const;

/** What ICE's labels for a facility stand for. */
export const facilityTypes: Record<string, string> = {
  "USMS IGA": "under an intergovernmental agreement of the U.S. Marshals Service",
  IGSA: "under an intergovernmental service agreement",
  DIGSA: "under an intergovernmental service agreement, dedicated to ICE",
  CDF: "contract detention facility",
  "USMS CDF": "contract detention facility of the U.S. Marshals Service",
  SPC: "service processing center, owned by ICE",
  BOP: "Federal Bureau of Prisons",
  STAGING: "staging facility",
  STATE: "of a state",
  DOD: "Department of Defense",
  MOC: "Migrant Operations Center",
  FAMILY: "families",
  JUVENILE: "juveniles",
};

const agreements = ["USMS IGA", "IGSA", "DIGSA"];

/**
 * The agreement between governments under which ICE listed a facility last, and the day of that list; `null` where its
 * newest label is of another kind. Money under such an agreement is mostly not in the records.
 */
export function agreementOf({ type, last_listed: day }: Pick<Facility, "type" | "last_listed">) {
  const label = type.at(-1) ?? "";
  return agreements.includes(label) && day !== "" ? { label, day, how: facilityTypes[label] ?? "" } : null;
}

/** What a page shows of a facility. */
export type Facility = Omit<
  FacilityRule,
  "phrases" | "ambiguous" | "context" | "exclude" | "expected" | "true" | "false" | "reviewed"
>;

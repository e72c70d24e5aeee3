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

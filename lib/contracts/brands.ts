import type { CompanyName } from "@/lib/contracts/companies";
import type { Day } from "@/lib/contracts/days";

/**
 * A brand and the rule that finds it in descriptions (`data/brands.csv`). A phrase matches whatever its case, not
 * within a longer word; a space in it is any run of spaces, hyphens and slashes, a `*` at its end more letters.
 */
export interface BrandRule {
  slug: string;
  brand: string;
  /** The slug of the company whose group the brand belongs to. */
  owner: string;
  /** Any of these names the brand. */
  pattern: string[];
  /** At least one of these must occur anywhere in the description; nothing need where the list is empty. */
  context: string[];
  /** A match inside one of these does not count. */
  exclude: string[];
  /** `none`: we expect no match, and the page then says that nothing was found. */
  expected?: "" | "none" | undefined;
  /** Recorded descriptions, or parts of them, that name the brand, and some that do not. */
  true: string[];
  false: string[];
  reviewed: Day;
  note: string;
}

/** A brand with the company that owns it. */
export interface Brand {
  slug: string;
  name: string;
  owner: CompanyName;
}

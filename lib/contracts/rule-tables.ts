import type { Category } from "@/lib/contracts/categories";

/** Where a file came from, as `data/records/sources.csv` states it. */
export interface RecordSource {
  file: string;
  agency: string;
  fiscal_year: string;
  publisher: string;
  retrieved: string;
  retrieved_through: string;
  known_limits: string;
}

/** Another name under which readers search for a company (`data/also-known.csv`), and why it is that company. */
export interface AlsoKnown {
  name: string;
  /** The slug of the company. */
  company: string;
  /** A sentence. */
  reason: string;
}

/** What the records do not hold, how large it is as far as that is known, and who says so (`data/left-out.csv`). */
export interface LeftOut {
  id: string;
  title: string;
  detail: string;
  source: string;
  url: string;
}

/** Contracts that readers may expect in a category and that their recorded code puts into another (`data/other-category.csv`). */
export interface OtherCategory {
  category: Category;
  /** What they are, in plain words. */
  title: string;
  /** The query string of `/contracts` that selects them. */
  query: string;
}

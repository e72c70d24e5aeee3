import type { Category } from "@/lib/contracts/categories";
import type { Cents } from "@/lib/contracts/money";

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

/** A figure that was published (`data/press-figures.csv`), and where it is in the records. */
export interface PressFigure {
  /** The figure as it was written. */
  figure: string;
  outlet: string;
  /** Its subject. */
  summary: string;
  /** The query string of `/find` that finds it. */
  query: string;
  /** The matching figure in the records. */
  exact: Cents;
}

/** Contracts that readers may expect in a category and that their recorded code puts into another (`data/other-category.csv`). */
export interface OtherCategory {
  category: Category;
  /** What they are, in plain words. */
  title: string;
  /** The query string of `/contracts` that selects them. */
  query: string;
}

import type { Day } from "@/lib/contracts/days";
import type { KnownProblem } from "@/lib/contracts/known-problems";
import type { Cents } from "@/lib/contracts/money";
import type { RecordedName } from "@/lib/contracts/recorded";
import type { Totals } from "@/lib/contracts/totals";

/** The source's count and sum for a fiscal year of an agency. */
export interface ProvenYear {
  agency: string;
  fiscal_year: number;
  actions: number;
  net: Cents;
}

/** A file that a snapshot was made of. */
export interface SnapshotFile {
  file: string;
  /** SHA-256 of its bytes. */
  hash: string;
  /** The day on which it was retrieved; `null` where nothing says it. */
  retrieved: Day | null;
  /** Rows that are part of the snapshot. */
  accepted: number;
}

/** A stored snapshot. Money in cents. */
export interface StoredSnapshot {
  id: string;
  /** When it was built, ISO time in UTC. */
  built: string;
  data_from: Day;
  data_through: Day;
  retrieved: Day | null;
  /** Whether it is the one that is served where a query names none. */
  current: boolean;
  files: SnapshotFile[];
  /** Of all agencies. */
  totals: Totals;
}

export interface SnapshotInfo {
  id: string;
  /** The newest action date in the records. */
  data_through: Day;
  /** The oldest action date in the records. */
  data_from: Day;
  /** The newest day on which an agency and fiscal year was retrieved; `null` when nothing states one. */
  retrieved: Day | null;
  /** When this snapshot was built, ISO time in UTC. */
  built: string;
  problems: KnownProblem[];
  /** What the records say at all: the recorded facts that at least one row holds. What is not here is not offered. */
  has: RecordedName[];
  /**
   * The recorded facts that only reports of subcontracts bring, of the few contracts that they are about: the pages of these
   * have them, lists have no columns for them. Missing in snapshots from before them.
   */
  has_from_reports?: RecordedName[];
}

/** The recorded facts that some contract has. */
export const factsOfContracts = ({
  has,
  has_from_reports = [],
}: Pick<SnapshotInfo, "has" | "has_from_reports">) => [
  ...(has ?? []), // snapshots from before full-width files lack it
  ...has_from_reports,
];

/** What one file brought: read = accepted + duplicate + superseded + rejected. */
export interface FileReport {
  file: string;
  format: string;
  read: number;
  accepted: number;
  duplicate: number;
  superseded: number;
  rejected: number;
  /** Cells in which an e-mail address or a phone number was replaced by this import. */
  masked: number;
  warnings: string[];
  ignored_columns: string[];
  /** The first rejected rows, each with its line and reason in words. */
  first_rejected?: string[];
  /** Why the whole file was refused; `null` when it was read. */
  refused: string | null;
  /** Whether it was refused as a table of another kind, as archives hold some beside the contracts. */
  other?: boolean;
}

/** A row that was not accepted, with everything needed to mend it. `line` counts from 1, the header included. */
export interface Reject {
  file: string;
  line: number;
  column: string;
  value: string;
  reason: string;
  /** What the row was read as (`record_kind`) and its cells by recorded name, masked, so that a mended copy loads again. */
  row: Record<string, string>;
}

export interface Report {
  files: FileReport[];
  totals: Pick<FileReport, "read" | "accepted" | "duplicate" | "superseded" | "rejected" | "masked">;
  snapshot: string;
}

/** The report of a file before its first row. */
export const emptyReport = (file: string): FileReport => ({
  file,
  format: "unknown",
  read: 0,
  accepted: 0,
  duplicate: 0,
  superseded: 0,
  rejected: 0,
  masked: 0,
  warnings: [],
  ignored_columns: [],
  refused: null,
});

/** One line about a rejected row. */
export const rejectText = ({ line, column, value, reason }: Reject): string =>
  `line ${line}: ${column ? `${column} ` : "the row "}${reason}${value ? ` (${JSON.stringify(value.slice(0, 60))})` : ""}`;

import "server-only";

import type { Reject, Report } from "@/lib/contracts/import-report";
import type { PublishedFigure } from "@/lib/contracts/published-figures";
import type { AlsoKnown, LeftOut, OtherCategory, RecordSource } from "@/lib/contracts/rule-tables";
import { type MetaName, metaSql, rejectsSql } from "@/lib/sql/meta";
import type { Store } from "@/lib/store/open";

/** A document of the snapshot's `meta` table, as the import wrote it. */
async function readMeta<Value>(store: Store, name: MetaName): Promise<Value> {
  const [row] = await store.rows<{ value: string }>(metaSql(name));
  return JSON.parse(row?.value ?? "null") as Value;
}

/** The account of every file of the snapshot. */
export const readReport = (store: Store) => readMeta<Report>(store, "report");

/** Where the files came from, as `sources.csv` states it. */
export const storedSources = (store: Store) => readMeta<RecordSource[]>(store, "sources");

/** What the records do not hold; none in a snapshot from before this table. */
export const storedLeftOut = async (store: Store) =>
  (await readMeta<LeftOut[] | null>(store, "left_out")) ?? [];

/** Figures that were published, and what each is compared with; none in a snapshot from before this table. */
export const storedPublishedFigures = async (store: Store) =>
  (await readMeta<PublishedFigure[] | null>(store, "published_figures")) ?? [];

/** Contracts that readers may expect in another category; none in a snapshot from before this table. */
export const storedOtherCategory = async (store: Store) =>
  (await readMeta<OtherCategory[] | null>(store, "other_category")) ?? [];

/** Other names under which readers search for companies; none in a snapshot from before this table. */
export const storedAlsoKnown = async (store: Store) =>
  (await readMeta<AlsoKnown[] | null>(store, "also_known")) ?? [];

/** The first rejected rows, in the order of their files and lines. */
export async function storedRejects(store: Store, limit: number): Promise<Reject[]> {
  type Stored = Omit<Reject, "row"> & { row: string };
  const rows = await store.rows<Stored>(rejectsSql(limit));
  return rows.map((reject) => ({ ...reject, row: JSON.parse(reject.row) as Reject["row"] }));
}

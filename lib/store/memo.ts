import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";

import type { Sql } from "@/lib/sql/fragments";

/** About how much memory a snapshot's answers may take, and the largest that is remembered. */
const mostBytes = 16 * 1024 * 1024;
const largestBytes = 1024 * 1024;

/** The answers of repeated statements: the most recently used ones, up to some megabytes. */
export const answerMemo = () =>
  new LRUCache<string, object[]>({
    maxSize: mostBytes,
    maxEntrySize: largestBytes,
    sizeCalculation: (rows) => 100 + weigh(rows),
  });

/** A short key of a statement, however long the statement is. */
export const memoKey = ({ text, values }: Sql): string =>
  createHash("sha1")
    .update(JSON.stringify([text, values]))
    .digest("base64");

/** About how many bytes a value takes in memory. */
function weigh(value: unknown): number {
  if (typeof value === "string") return 16 + 2 * value.length;
  if (typeof value !== "object" || value === null) return 8;
  return Object.values(value).reduce((sum: number, part) => sum + weigh(part), 48);
}

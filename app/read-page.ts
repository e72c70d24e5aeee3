import "server-only";

import type { Route } from "next";
import { cache } from "react";

import type { AddressCodec } from "@/lib/query/codec";
import type { ParameterProblem } from "@/lib/query/parameters";
import { fromPage } from "@/lib/query/parse";
import { href, type Query } from "@/lib/query/query";
import { snapshotProblems } from "@/lib/query/relevant-problems";
import { openStore, type Store } from "@/lib/store/open";

/** The parameters of a page as Next gives them. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What a page reads of its address before it does anything else. */
export interface ReadPage<Value extends { query: Query }> {
  /** The snapshot that the address names, else the published one. */
  store: Store;
  /** What the address requests. `query.snapshot` is `null` unless this very snapshot was named. */
  request: Value;
  /** What the list of contracts would make of the same address. */
  list: Query;
  problems: ParameterProblem[];
  params: URLSearchParams;
}

/** Reads the address of a page and opens its snapshot. A page and its metadata share one reading. */
export const readPage = async <Value extends { query: Query }>(
  codec: AddressCodec<Value>,
  searchParams: SearchParams,
): Promise<ReadPage<Value>> =>
  (await readOnce(codec as never, fromPage(await searchParams).toString())) as ReadPage<Value>;

const readOnce = cache(async (codec: AddressCodec<{ query: Query }>, text: string) => {
  const params = new URLSearchParams(text);
  const { value, list, problems } = codec.read(params);
  const store = await openStore(value.query.snapshot);
  return {
    store,
    request: { ...value, query: { ...value.query, snapshot: store.named } },
    list: { ...list, snapshot: store.named },
    problems: [...problems, ...snapshotProblems(value.query, store.info.id)],
    params,
  };
});

/** The list of contracts with filters that a page does not take; `null` where the page takes them all. */
export function listLink(list: Query, query: Query): Route | null {
  const address = href("/contracts", list);
  return address === href("/contracts", query) ? null : address;
}

import "server-only";

import type { Route } from "next";
import { cache } from "react";

import type { AddressCodec } from "@/lib/query/codec";
import type { ParameterProblem } from "@/lib/query/parameters";
import { fromPage } from "@/lib/query/parse";
import { href, type Query } from "@/lib/query/query";
import { snapshotProblems } from "@/lib/query/relevant-problems";
import { withKnownCompanies } from "@/lib/store/company";
import { openStore, type Store } from "@/lib/store/open";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export interface ReadPage<Value extends { query: Query }> {
  /** The snapshot in the address, or else the published one. */
  store: Store;
  /** The request. `query.snapshot` is `null` unless the address names this snapshot. */
  request: Value;
  /** The query of the list of contracts for the same address. */
  list: Query;
  problems: ParameterProblem[];
  params: URLSearchParams;
}

/** Reads the address of a page and opens its snapshot. A page and its metadata share the result. */
export const readPage = async <Value extends { query: Query }>(
  codec: AddressCodec<Value>,
  searchParams: SearchParams,
): Promise<ReadPage<Value>> =>
  (await readOnce(codec as never, fromPage(await searchParams).toString())) as ReadPage<Value>;

const readOnce = cache(async (codec: AddressCodec<{ query: Query }>, text: string) => {
  const params = new URLSearchParams(text);
  const { value, list, problems } = codec.read(params);
  const store = await openStore(value.query.snapshot);
  const { company } = await withKnownCompanies(store, list);
  const known = (query: Query): Query => ({
    ...query,
    company: query.company.length > 0 ? company : [],
    snapshot: store.named,
  });
  return {
    store,
    request: { ...value, query: known(value.query) },
    list: known(list),
    problems: [...problems, ...snapshotProblems(value.query, store.info.id)],
    params,
  };
});

/** The list of contracts with filters that a page ignores; `null` if it ignores none. */
export function listLink(list: Query, query: Query): Route | null {
  const address = href("/contracts", list);
  return address === href("/contracts", query) ? null : address;
}

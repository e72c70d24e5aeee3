import type { Route } from "next";
import { BrandContracts } from "@/components/brands/brands-table";
import type { Query } from "@/lib/query/query";
import { tableSort } from "@/lib/query/table-sort";
import { latestDescriptions, listContracts } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

interface NamingContractsProps {
  store: Store;
  /** What selects the actions that name something. */
  query: Query;
  page: Route;
  /** The table's name in the address of the page. */
  table: string;
  most: number;
  /** How many contracts there are. Where all are listed, the table sorts. */
  of: number;
  caption: string;
}

/** The largest contracts with an action that names something, each with the latest description that does. */
export async function NamingContracts({
  store,
  query,
  page,
  table,
  most,
  of,
  caption,
}: NamingContractsProps) {
  const contracts = await listContracts(store, { ...query, size: most });
  const keys = contracts.map(({ key }) => key);
  return (
    <BrandContracts
      contracts={contracts}
      snapshot={query.snapshot}
      descriptions={await latestDescriptions(store, query, keys)}
      sort={of > most ? undefined : tableSort(page, table, "-net")}
      caption={caption}
    />
  );
}

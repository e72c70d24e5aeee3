import Link from "next/link";

import { LookedFor } from "@/components/contract/looked-for";
import { PageHeader } from "@/components/ui/page-header";
import { formatDay } from "@/lib/contracts/days";
import { defaults } from "@/lib/query/query";
import { labels } from "@/lib/store/facets";
import { openStore } from "@/lib/store/open";

import styles from "./not-found.module.css";

/** What is said where no contract has the award key or PIID of the address. */
export default async function NoSuchContract() {
  const store = await openStore();
  const { info } = store;
  const { agency } = await labels(store, defaults("contracts"));
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Contracts", href: "/contracts" }]}
        title="No such contract in these records"
        lede={
          <>
            No contract here has the award key or PIID <LookedFor />.
          </>
        }
      />
      <p className={styles.prose}>
        These records hold contract actions (award types A to D) of{" "}
        {Object.values(agency ?? {}).join(" and ")}, signed from {formatDay(info.data_from)} to{" "}
        {formatDay(info.data_through)}. They do not hold contracts without an action in that time, orders that
        other agencies placed, subcontracts, purchase cards and micro-purchases.{" "}
        <Link href="/data#left-out">What is left out</Link>
      </p>
      <p className={styles.prose}>
        A PIID is written without hyphens and spaces, such as 70CTD022FR0000170. A part of it is enough for a
        search: <Link href="/contracts">search all contracts</Link>.
      </p>
    </>
  );
}

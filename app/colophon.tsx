import { headers } from "next/headers";

import { formatDay } from "@/lib/contracts/days";
import type { SnapshotInfo } from "@/lib/contracts/facts";
import { originOf } from "@/lib/http/origin";
import { pageAddress } from "@/lib/http/page-metadata";

import styles from "./paper.module.css";

/** On paper only: where the page is found again, and from which state of the records it was made. */
export async function Colophon({ address, info }: { address: string; info: SnapshotInfo }) {
  return (
    <p className={styles.colophon}>
      {originOf(await headers())}
      {pageAddress(address)} · snapshot {info.id} · data through {formatDay(info.data_through)} · source:
      contract actions published by USAspending.gov, obligated (net)
    </p>
  );
}

import { headers } from "next/headers";

import { formatDay } from "@/lib/contracts/days";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { originOf } from "@/lib/http/origin";
import { pageAddress } from "@/lib/http/page-metadata";

import styles from "./paper.module.css";

/** The address of the page and its snapshot, in print only. */
export async function Colophon({ address, info }: { address: string; info: SnapshotInfo }) {
  return (
    <p className={styles.colophon}>
      {originOf(await headers())}
      {pageAddress(address)} · snapshot {info.id} · data through {formatDay(info.data_through)} · source:
      contract actions published by USAspending.gov, obligated (net)
    </p>
  );
}

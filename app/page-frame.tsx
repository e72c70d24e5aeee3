import type { Route } from "next";
import { headers } from "next/headers";
import { JsonLd } from "@/components/ui/json-ld";
import { formatDay } from "@/lib/contracts/days";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { originOf } from "@/lib/http/origin";
import { pageAddress } from "@/lib/http/page-metadata";
import styles from "./paper.module.css";

interface BreadcrumbsProps {
  /** The parent pages from the top, as in the page header. */
  crumbs: { label: string; href: Route }[];
  title: string;
}

/** The breadcrumbs of a page as structured data for search engines. */
export async function Breadcrumbs({ crumbs, title }: BreadcrumbsProps) {
  const origin = originOf(await headers());
  const parents = crumbs.map(({ label, href }) => ({ name: label, item: `${origin}${pageAddress(href)}` }));
  return (
    <JsonLd
      data={{
        "@type": "BreadcrumbList",
        itemListElement: [...parents, { name: title }].map((item, index) => ({
          "@type": "ListItem",
          position: index + 1,
          ...item,
        })),
      }}
    />
  );
}

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

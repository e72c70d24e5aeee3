import type { MetadataRoute } from "next";
import { headers } from "next/headers";

import { endlessPaths } from "@/lib/endpoints";
import { originOf } from "@/lib/http/origin";

/**
 * Crawlers may read everything but exports and endless variants of pages: filters, searches, orders and earlier
 * snapshots. The sitemap has the pages that those link to.
 */
const disallow = [
  ...endlessPaths,
  "/contracts?",
  "/changes?",
  "/expiring?",
  "/find?",
  "/search?",
  "/*?*sort=",
  "/*?*snapshot=",
];

export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: { userAgent: "*", allow: "/", disallow },
    sitemap: `${originOf(await headers())}/sitemap.xml`,
  };
}

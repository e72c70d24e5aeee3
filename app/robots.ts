import type { MetadataRoute } from "next";
import { headers } from "next/headers";

import { originOf } from "@/lib/http/origin";

/**
 * Everything may be read but whole exports, and what has no end: filters, searches and orders of the same records, and
 * earlier snapshots. What those lead to is in the list of pages.
 */
const endless = [
  "/api/export",
  "/contracts.csv",
  "/contracts.json",
  "/groups.csv",
  "/groups.json",
  "/contracts?",
  "/changes?",
  "/ending?",
  "/find?",
  "/search?",
  "/*?*sort=",
  "/*?*snapshot=",
];

export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: { userAgent: "*", allow: "/", disallow: endless },
    sitemap: `${originOf(await headers())}/sitemap.xml`,
  };
}

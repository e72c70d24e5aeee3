import type { Route } from "next";
import { headers } from "next/headers";

import { JsonLd } from "@/components/ui/json-ld";
import { originOf } from "@/lib/http/origin";
import { pageAddress } from "@/lib/http/page-metadata";

interface BreadcrumbsProps {
  /** The pages above this one, from the top, as its header shows them. */
  crumbs: { label: string; href: Route }[];
  title: string;
}

/** Where a page stands, for search engines. */
export async function Breadcrumbs({ crumbs, title }: BreadcrumbsProps) {
  const origin = originOf(await headers());
  const above = crumbs.map(({ label, href }) => ({ name: label, item: `${origin}${pageAddress(href)}` }));
  return (
    <JsonLd
      data={{
        "@type": "BreadcrumbList",
        itemListElement: [...above, { name: title }].map((item, index) => ({
          "@type": "ListItem",
          position: index + 1,
          ...item,
        })),
      }}
    />
  );
}

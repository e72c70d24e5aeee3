import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { originOf, originVary } from "@/lib/http/origin";
import { tagged } from "@/lib/http/route";

/** The element names of the two documents of the protocol. */
const kinds = {
  index: { root: "sitemapindex", entry: "sitemap" },
  pages: { root: "urlset", entry: "url" },
} as const;

/**
 * Addresses of this site as a document for search engines; the snapshot dates each. Next's own `sitemap.ts` writes no index
 * and no entity tag, and numbers its parts when the site is built, before there is a snapshot.
 */
export function sitemap(
  request: Request,
  { id, built }: Pick<SnapshotInfo, "id" | "built">,
  kind: keyof typeof kinds,
  addresses: readonly string[],
): Promise<Response> {
  const origin = originOf(request.headers);
  return tagged(
    request,
    id,
    `${origin}${new URL(request.url).pathname}`,
    { vary: originVary, "content-type": "application/xml; charset=utf-8" },
    () => {
      const { root, entry } = kinds[kind];
      const lines = addresses.map(
        (address) =>
          `<${entry}><loc>${origin}${address.replaceAll("&", "&amp;")}</loc><lastmod>${built.slice(0, 10)}</lastmod></${entry}>`,
      );
      return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
        ...lines,
        `</${root}>\n`,
      ].join("\n");
    },
  );
}

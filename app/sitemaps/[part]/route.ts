import { Problem } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { sitemap } from "@/lib/http/sitemap";
import { openStore } from "@/lib/store/open";
import { sitemapPart } from "@/lib/store/sitemap";

/** One sitemap: `/sitemaps/contracts-1.xml`. */
export const GET = route(async ({ request, key }) => {
  const store = await openStore();
  const addresses = key.endsWith(".xml") ? await sitemapPart(store, key.slice(0, -".xml".length)) : null;
  if (!addresses)
    throw new Problem(404, "No such list of pages", "The lists of pages are named in `/sitemap.xml`.");
  return sitemap(request, store.info, "pages", addresses);
});

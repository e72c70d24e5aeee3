import { route } from "@/lib/http/route";
import { sitemap } from "@/lib/http/sitemap";
import { openStore } from "@/lib/store/open";
import { sitemapParts } from "@/lib/store/sitemap";

export const GET = route(async ({ request }) => {
  const store = await openStore();
  const parts = await sitemapParts(store);
  return sitemap(
    request,
    store.info,
    "index",
    parts.map((part) => `/sitemaps/${part}.xml`),
  );
});

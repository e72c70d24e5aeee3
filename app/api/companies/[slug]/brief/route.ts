import { readBrief } from "@/app/companies/[slug]/brief/read-brief";
import { briefMarkdown, briefText } from "@/lib/findings/brief-text";
import { answer, requireSnapshot } from "@/lib/http/answer";
import { textTypes } from "@/lib/http/export";
import { aboutSnapshot } from "@/lib/http/json";
import { originOf, originVary } from "@/lib/http/origin";
import { Problem, readRequest } from "@/lib/http/problem";
import { cacheHeaders, entityTag, notModified, route } from "@/lib/http/route";
import { toSearchParams } from "@/lib/query/query";
import { briefApiRequest } from "@/lib/query/requests";
import { findCompany } from "@/lib/store/company";
import { openStore } from "@/lib/store/open";

const writers = { md: briefMarkdown, txt: briefText };

/** The brief of a company, as JSON or to paste elsewhere. */
export const GET = route(async ({ request, params, key: slug }) => {
  const { query, format } = readRequest(briefApiRequest, params);
  const store = await openStore(query.snapshot);
  requireSnapshot(store.info, query);
  const company = await findCompany(store, slug.toLowerCase());
  if (!company) {
    throw new Problem(404, "No such company", "This snapshot has no company with that slug, now or before.");
  }
  const origin = originOf(request.headers);
  if (format === "json") {
    const response = await answer(
      "/api/companies/{slug}/brief",
      request,
      store.info,
      query,
      async () => {
        const { found, brief } = await readBrief(store, company, query);
        return { snapshot: aboutSnapshot(store.info, query), query, company: found.company, ...brief };
      },
      origin,
    );
    response.headers.set("vary", originVary);
    return response;
  }
  const tag = entityTag(store.info.id, `${origin}/${company.slug}/brief.${format}?${toSearchParams(query)}`);
  const known = notModified(request, tag);
  if (known) return known;
  const { brief } = await readBrief(store, company, query);
  return new Response(writers[format](brief, origin), {
    headers: { ...cacheHeaders(tag), vary: originVary, "content-type": textTypes[format] },
  });
});

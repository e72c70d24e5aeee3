import { answerText, briefFormats } from "@/app/api/brief-text";
import { requireCompany } from "@/app/api/companies/[slug]/require-company";
import { readBrief } from "@/app/companies/[slug]/brief/read-brief";
import { endpoint } from "@/lib/http/endpoint";
import { aboutQuery } from "@/lib/http/json";

/** The brief of a company, as JSON or to paste elsewhere. */
export const GET = endpoint(
  "/api/companies/{slug}/brief",
  async ({ query, format, store, key, json, ...call }) => {
    const company = await requireCompany(store, key);
    const read = () => readBrief(store, company, query);
    if (format !== "json") return answerText(call, format, read);
    return json(
      async () => {
        const { found, brief } = await read();
        return { ...aboutQuery(store.info, query), company: found.company, ...brief };
      },
      { isAbsolute: true },
    );
  },
  { formats: briefFormats },
);

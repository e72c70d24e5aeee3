import { answerText, briefFormats } from "@/app/api/brief-text";
import { readWeek } from "@/app/changes/[week]/read-week";
import { endpoint } from "@/lib/http/endpoint";
import { aboutQuery } from "@/lib/http/json";
import { Problem } from "@/lib/http/problem";
import { hasWeek } from "@/lib/store/week";

/** The digest of a week, as JSON or to paste elsewhere. */
export const GET = endpoint(
  "/api/changes/{week}",
  async ({ query, format, store, key, json, ...call }) => {
    const week = key.toUpperCase();
    if (!hasWeek(store, week))
      throw new Problem(
        404,
        "No such week",
        "A week is an ISO week with days in these records, such as 2026-W33.",
      );
    const read = () => readWeek(store, query, week);
    if (format !== "json") return answerText(call, format, read);
    return json(async () => {
      const { found, brief } = await read();
      const { from, to, all, fresh } = found;
      const about = aboutQuery(store.info, found.query);
      return { ...about, week, from, to, totals: all, new_contracts: fresh, ...brief };
    });
  },
  { formats: briefFormats },
);

import { endpoint } from "@/lib/http/endpoint";
import { aboutQuery } from "@/lib/http/json";
import { fields } from "@/lib/http/sheet";
import { dailyTotals } from "@/lib/store/contracts";

/** Net obligations of each day, and of its fiscal year up to that day, as JSON or CSV. */
export const GET = endpoint("/api/year-to-date", ({ query, format, store, json, sheet }) => {
  const find = async () =>
    (await dailyTotals(store, query)).map(({ year, day, net, total }) => ({
      fiscal_year: year,
      date: day,
      net,
      running_total: total,
    }));
  if (format === "csv") {
    const columns = [
      ...fields("code", "fiscal_year"),
      ...fields("day", "date"),
      ...fields("money", "net", "running_total"),
    ];
    return sheet({ what: "year-to-date" }, columns, find);
  }
  return json(async () => ({ ...aboutQuery(store.info, query), rows: await find() }));
});

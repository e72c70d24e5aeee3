import { columnsOf, views } from "@/lib/contracts/columns";
import { answer } from "@/lib/http/answer";
import { aboutSnapshot } from "@/lib/http/json";
import { refuse } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { defaults } from "@/lib/query/query";
import { openStore } from "@/lib/store/open";

/** The column dictionary of both views. */
export const GET = route(async ({ request, params }) => {
  refuse(
    [...new Set(params.keys())].map((name) => ({ name, detail: "is not a parameter that is known here" })),
  );
  const store = await openStore();
  const query = defaults("contracts");
  return answer(request, store.info, query, async () => ({
    snapshot: aboutSnapshot(store.info, query),
    columns: views.flatMap((view) =>
      columnsOf(view).map(([name, { label, kind, help, sortable, recorded }]) => ({
        view,
        name,
        label,
        kind,
        help,
        sortable: sortable ?? false,
        recorded: recorded ?? false,
      })),
    ),
  }));
});

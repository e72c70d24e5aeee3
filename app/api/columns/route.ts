import { columnsIn, views } from "@/lib/contracts/columns";
import { answer } from "@/lib/http/answer";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { snapshotRequest } from "@/lib/query/requests";
import { openStore } from "@/lib/store/open";

/** The column dictionary of both views: the columns that the snapshot fills. */
export const GET = route(async ({ request, params }) => {
  const { query } = readRequest(snapshotRequest, params);
  const store = await openStore(query.snapshot);
  return answer("/api/columns", request, store.info, query, async () => ({
    snapshot: aboutSnapshot(store.info, query),
    columns: views.flatMap((view) =>
      columnsIn(view, store.info.has).map(([name, { label, kind, help, sortable, recorded }]) => ({
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

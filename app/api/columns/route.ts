import { columnsIn, views } from "@/lib/contracts/columns";
import { endpoint } from "@/lib/http/endpoint";
import { aboutSnapshot } from "@/lib/http/json";

/** The column dictionary of both views: the columns that the snapshot fills. */
export const GET = endpoint("/api/columns", ({ query, info, json }) =>
  json(async () => ({
    snapshot: aboutSnapshot(info, query),
    columns: views.flatMap((view) =>
      columnsIn(view, info.has).map(([name, { label, kind, help, sortable, recorded }]) => ({
        view,
        name,
        label,
        kind,
        help,
        sortable: sortable ?? false,
        recorded: recorded ?? false,
      })),
    ),
  })),
);

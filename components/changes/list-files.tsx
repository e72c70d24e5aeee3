import { change, href, type Query, selectionOf } from "@/lib/query/query";
import { actionsFeedRequest } from "@/lib/query/requests";

/** A list as files, and feeds that follow it: they leave out its dates, and follow new contracts by their awards. */
export function ListFiles({ query }: { query: Query }) {
  const followed = selectionOf(
    change(query, {
      view: "contracts",
      ...{ from: null, to: null },
      ...(query.new.length > 0 && { new: [], action_kind: ["award"] }),
    }),
  );
  const feed = (path: "/actions.atom" | "/actions.json") =>
    actionsFeedRequest.href(path, { query: followed });
  return (
    <span className="no-print">
      · Data: <a href={href("/contracts.csv", query)}>CSV</a>,{" "}
      <a href={href("/contracts.json", query)}>JSON</a> · Follow: <a href={feed("/actions.atom")}>Atom</a>,{" "}
      <a href={feed("/actions.json")}>JSON Feed</a>
    </span>
  );
}

import { plainText, signedPieces } from "@/components/changes/sentence";
import { actionKindLabels } from "@/lib/contracts/kinds";
import { formatMoney } from "@/lib/contracts/money";
import { endpoint } from "@/lib/http/endpoint";
import { feedId } from "@/lib/http/feed";
import { answerFeed } from "@/lib/http/feed-answer";
import { contractPage } from "@/lib/query/pages";
import { change, selectionOf } from "@/lib/query/query";
import { selectionName } from "@/lib/query/query-text";
import { actionsFeedRequest } from "@/lib/query/requests";
import { listActions, totals } from "@/lib/store/contracts";
import { labels } from "@/lib/store/facets";

/** The most entries of a feed, newest first; `page` has older ones. */
const size = 200;

/** The newest actions of a selection by date signed, as Atom (`/actions.atom`) or JSON Feed (`/actions.json`). */
export const GET = endpoint("/api/actions/feed", async (call) => {
  const { query: read, store, origin } = call;
  const { page } = read;
  const query = change(selectionOf(read), { view: "actions" });
  const [names, { actions: count }] = await Promise.all([labels(store, query), totals(store, query)]);
  const kinds = query.action_kind.map((kind) => actionKindLabels[kind] ?? kind);
  return answerFeed(call, {
    named: actionsFeedRequest.href("/actions.atom", { query: selectionOf(read) }),
    path: "/actions",
    write: (path) => actionsFeedRequest.href(path, { query: selectionOf(read) }),
    page: actionsFeedRequest.href("/contracts", { query }),
    title: [`Contract actions of ${selectionName(query, names)}`, ...kinds].join(", "),
    description: "Contract actions by date signed, newest first.",
    next: count > page * size ? page + 1 : null,
    entries: async () => {
      const actions = await listActions(store, { ...query, page, size });
      return actions.map((action) => {
        const sentence = plainText(
          signedPieces({
            agency: action.awarding_sub_agency_code,
            recipient: action.recipient_name,
            piid: action.award_id_piid,
            modification: action.modification_number,
            signed: action.action_date,
            amount: action.federal_action_obligation,
            late: false,
            isContract: false,
          }),
        );
        const { transaction_description: words } = action;
        return {
          id: feedId(`/contracts/${action.contract} ${action.modification_number} ${action.action_date}`),
          title: `${action.company.name}, ${formatMoney(action.federal_action_obligation)} (${action.award_id_piid} ${action.modification_number})`,
          text: words === null ? sentence : `${sentence} Description as recorded: “${words}”`,
          link: `${origin}${contractPage(action.contract, query)}`,
          time: `${action.action_date}T00:00:00.000Z`,
          kind: "action",
        };
      });
    },
  });
});

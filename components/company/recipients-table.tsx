import { OwnedSplitLinks } from "@/components/company/owned-split";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { RecipientName } from "@/components/ui/recipient-name";
import { TermMark } from "@/components/ui/term";
import { formatSince } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import { notReported } from "@/lib/contracts/text";
import { change, href, type Query } from "@/lib/query/query";
import type { TableSort } from "@/lib/query/table-sort";

interface Recipient {
  name: string | null;
  uei: string | null;
  relation: string;
  basis: string;
  reviewed: string | null;
  note: string | null;
  net: Cents;
  actions: number;
  owned_since: string | null;
  owned_basis: string | null;
  /** Actions signed since then and before; `null` if not known. */
  owned: (Parameters<typeof OwnedSplitLinks>[0] & { before: { totals: { actions: number } } }) | null;
}

const bases: Record<string, string> = {
  record: "a full-width record gives the parent, or contracts pass from this name to the other",
  name: "the name itself says so",
  listed: "in a list that came with the project",
  known: "widely known; not checked against a document",
  automatic: "same name in another spelling",
};

/** The recipients grouped under a company, the reason for each, and the net obligated to it. `scope` is the rest of the query. */
export function RecipientsTable({
  recipients,
  scope,
  sort,
}: {
  recipients: Recipient[];
  scope: Query;
  sort: TableSort;
}) {
  return (
    <DataTable
      label="Recipients grouped under this company"
      columns={[
        {
          id: "recipient",
          header: "Recipient as recorded",
          isRowHeader: true,
          value: ({ name }) => name,
          cell: ({ name }) =>
            name === null ? (
              notReported
            ) : (
              <Link href={href("/contracts", change(scope, { recipient: [name] }))}>
                <RecipientName name={name} />
              </Link>
            ),
        },
        {
          header: "UEI",
          value: ({ uei }) => uei,
          afterHeader: <TermMark name="uei" />,
          cell: ({ uei }) => (uei ? <code>{uei}</code> : <span className="soft">{notReported}</span>),
        },
        {
          header: "Relation",
          value: ({ relation }) => relation,
          cell: ({ relation, basis, owned_since: since, owned_basis: owned }) => (
            <>
              {relation}
              {since && (
                <small className="below">
                  owned since {formatSince(since)}
                  {owned !== basis && ` (${bases[owned ?? ""] ?? owned})`}
                </small>
              )}
            </>
          ),
        },
        {
          id: "basis",
          header: "Why it is in this group",
          value: ({ basis }) => bases[basis] ?? basis,
          cell: ({ basis, note, reviewed }) => (
            <>
              {bases[basis] ?? basis}
              {note && `: ${note}`}
              {reviewed && <small className="soft"> (reviewed {reviewed})</small>}
            </>
          ),
        },
        { header: "Actions", kind: "count", value: ({ actions }) => actions },
        {
          id: "net",
          header: "Obligated (net)",
          kind: "money",
          value: ({ net, actions }) => (actions === 0 ? null : net),
          cell: ({ actions, net, owned }) => (
            <>
              {actions === 0 ? <span className="soft">no action</span> : <Money cents={net} exact />}
              {owned && owned.before.totals.actions > 0 && (
                <small className="below">
                  <OwnedSplitLinks {...owned} />
                </small>
              )}
            </>
          ),
        },
      ]}
      rows={recipients}
      rowKey={({ name }) => name ?? ""}
      sort={sort}
    />
  );
}

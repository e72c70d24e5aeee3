import { OwnedSplit } from "@/components/company/owned-split";
import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { formatSince } from "@/lib/contracts/days";
import { notReported } from "@/lib/contracts/groupings";
import type { Cents } from "@/lib/contracts/money";
import { formatCount } from "@/lib/contracts/money";
import { change, href, type Query } from "@/lib/query/query";

import styles from "./recipients-table.module.css";

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
  /** What was signed since then and before; `null` where that is not known. */
  owned: { while_owned: Part; before: Part } | null;
}

interface Part {
  query: Query;
  totals: { net: Cents; actions: number };
}

const bases: Record<string, string> = {
  record: "a full-width record gives the parent, or contracts pass from this name to the other",
  name: "the name says it",
  listed: "named in a list that came with the project",
  known: "widely known; not checked against a document",
  automatic: "same name but for its spelling",
};

/** The recipients grouped under a company, why each is, and what is obligated to it; `scope` is the rest of the query. */
export function RecipientsTable({ recipients, scope }: { recipients: Recipient[]; scope: Query }) {
  return (
    <TableRegion label="Recipients grouped under this company">
      <table className={stack.stack}>
        <thead>
          <tr>
            <th scope="col">Recipient as recorded</th>
            <th scope="col">UEI</th>
            <th scope="col">Relation</th>
            <th scope="col">Why it is grouped here</th>
            <th scope="col" className="num">
              Actions
            </th>
            <th scope="col" className="num">
              Obligated (net)
            </th>
          </tr>
        </thead>
        <tbody>
          {recipients.map(({ name, uei, relation, basis, reviewed, note, net, actions, ...own }) => (
            <tr key={name}>
              <th scope="row">
                {name === null ? (
                  notReported
                ) : (
                  <Link href={href("/contracts", change(scope, { recipient: [name] }))}>{name}</Link>
                )}
              </th>
              <td data-label="UEI">
                {uei ? <code>{uei}</code> : <span className="soft">{notReported}</span>}
              </td>
              <td data-label="Relation">
                {relation}
                {own.owned_since && (
                  <small className={styles.owned}>
                    owned since {formatSince(own.owned_since)}
                    {own.owned_basis !== basis && ` (${bases[own.owned_basis ?? ""] ?? own.owned_basis})`}
                  </small>
                )}
              </td>
              <td data-label="Why it is grouped here">
                {bases[basis] ?? basis}
                {note && `: ${note}`}
                {reviewed && <small className="soft"> (reviewed {reviewed})</small>}
              </td>
              <td className="num" data-label="Actions">
                {formatCount(actions)}
              </td>
              <td className="num" data-label="Obligated (net)">
                {actions === 0 ? <span className="soft">no action</span> : <Money cents={net} exact />}
                {own.owned && own.owned.before.totals.actions > 0 && (
                  <small className={styles.owned}>
                    <OwnedSplit {...own.owned} />
                  </small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

import type { Route } from "next";
import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import type { StoredSnapshot } from "@/lib/contracts/facts";
import { formatCount } from "@/lib/contracts/money";
import { defaults, href } from "@/lib/query/query";

import styles from "./tables.module.css";

/** The snapshots that are kept, each with the way to read it. `read` is the one that this page shows. */
export function Snapshots({ snapshots, read }: { snapshots: StoredSnapshot[]; read: string }) {
  const of = (path: Route, snapshot: string) => href(path, { ...defaults("contracts"), snapshot });
  return (
    <Section
      id="snapshots"
      title="Snapshots"
      subtitle={
        <>
          What is kept here of earlier states of the records. The address of any page, download or API call
          reads one of them with <code>snapshot=</code> and its id, and so stays what it is when newer records
          come. <a href="/api/snapshots">The list as JSON</a>
        </>
      }
    >
      <TableRegion label="Table of snapshots">
        <table className={`${styles.middling} ${stack.stack}`}>
          <caption>All agencies together; U.S. dollars obligated (net), exact.</caption>
          <thead>
            <tr>
              <th scope="col">Snapshot</th>
              <th scope="col">Built (UTC)</th>
              <th scope="col">Data through</th>
              <th scope="col">Retrieved</th>
              <th scope="col" className="num">
                Files
              </th>
              <th scope="col" className="num">
                Actions
              </th>
              <th scope="col" className="num">
                Obligated (net)
              </th>
              <th scope="col">Read it</th>
            </tr>
          </thead>
          <tbody>
            {snapshots.map(({ id, built, data_through: through, retrieved, current, files, totals }) => (
              <tr key={id}>
                <th scope="row" className="nowrap">
                  <code>{id}</code>
                </th>
                <td className="nowrap" data-label="Built (UTC)">
                  {built.slice(0, 16).replace("T", " ")}
                </td>
                <td className="nowrap" data-label="Data through">
                  {through}
                </td>
                <td className="nowrap" data-label="Retrieved">
                  {retrieved ?? "Not reported"}
                </td>
                <td className="num" data-label="Files">
                  {formatCount(files.length)}
                </td>
                <td className="num" data-label="Actions">
                  {formatCount(totals.actions)}
                </td>
                <td className="num" data-label="Obligated (net)">
                  <Link href={of("/agencies", id)}>
                    <Money cents={totals.net} exact />
                  </Link>
                </td>
                <td data-label="Read it">
                  <Link href={of("/", id)} aria-label={`Read this one, ${id}`}>
                    Read this one
                  </Link>
                  {current && " (published)"}
                  {id === read && " (this page)"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </Section>
  );
}

import type { Route } from "next";
import Link from "next/link";

import type { ChartGroup } from "@/components/charts/groups";
import stack from "@/components/figures/stack.module.css";
import { Money } from "@/components/ui/money";
import { type Cents, formatCount, formatShare } from "@/lib/contracts/money";

interface NumbersTableProps {
  /** What the rows are: "Company", "Month". */
  heading: string;
  caption: string;
  groups: ChartGroup[];
  /** The net obligations that shares are of; without it there is no column of shares. */
  whole?: Cents;
}

/** The numbers of a chart, exact, with a link to the records behind each row, and to the page of what has one. */
export function NumbersTable({ heading, caption, groups, whole }: NumbersTableProps) {
  return (
    <div className="scroll">
      <table className={stack.stack}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col" className="num">
              Obligated (net)
            </th>
            {whole !== undefined && (
              <th scope="col" className="num">
                Share
              </th>
            )}
            <th scope="col" className="num">
              Added
            </th>
            <th scope="col" className="num">
              Taken back
            </th>
            <th scope="col" className="num">
              Actions
            </th>
            <th scope="col" className="num">
              Contracts
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.key ?? `no key: ${group.label}`}>
              <th scope="row">
                {group.page || group.href ? (
                  <Link href={(group.page ?? group.href) as Route} prefetch={false}>
                    {group.label}
                  </Link>
                ) : (
                  group.label
                )}
              </th>
              <td className="num" data-label="Obligated (net)">
                {group.page && group.href ? (
                  <Link href={group.href} prefetch={false}>
                    <Money cents={group.net} exact />
                  </Link>
                ) : (
                  <Money cents={group.net} exact />
                )}
              </td>
              {whole !== undefined && (
                <td className="num" data-label="Share">
                  {formatShare(group.net, whole)}
                </td>
              )}
              <td className="num" data-label="Added">
                <Money cents={group.added} exact />
              </td>
              <td className="num" data-label="Taken back">
                <Money cents={group.taken_back} exact />
              </td>
              <td className="num" data-label="Actions">
                {formatCount(group.actions)}
              </td>
              <td className="num" data-label="Contracts">
                {formatCount(group.contracts)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

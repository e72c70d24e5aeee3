import type { Route } from "next";
import type { ChartGroup, ChartPart } from "@/components/charts/groups";
import { Swatch } from "@/components/charts/swatch";
import stack from "@/components/figures/stack.module.css";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { type Cents, formatCount, formatShare } from "@/lib/contracts/money";

import styles from "./numbers-table.module.css";

interface NumbersTableProps {
  /** What the rows are: "Company", "Month". */
  heading: string;
  caption: string;
  groups: ChartGroup[];
  /** The net obligations that shares are of; without it there is no column of shares. */
  whole?: Cents;
}

/**
 * The numbers of a chart, exact, with a link to the records behind each row, and to the page of what has one. Below a
 * row are its parts, where it has any.
 */
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
            <Rows key={group.key ?? `no key: ${group.label}`} group={group} whole={whole} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Rows({ group, whole }: { group: ChartGroup; whole: Cents | undefined }) {
  return (
    <>
      <tr>
        <th scope="row">
          {group.fill && <Swatch fill={group.fill} />}
          {group.page || group.href ? (
            <Link href={(group.page ?? group.href) as Route}>{group.label}</Link>
          ) : (
            group.label
          )}
        </th>
        <Figures of={group} whole={whole} href={group.page ? group.href : null} />
      </tr>
      {(group.parts ?? []).map((part) => (
        <tr key={part.key} className={styles.part}>
          <th scope="row">
            <Swatch fill={part.fill} />
            {part.label}
            <span className="visually-hidden">, {group.label}</span>
          </th>
          <Figures of={part} whole={whole} href={null} />
        </tr>
      ))}
    </>
  );
}

interface FiguresProps {
  of: ChartGroup | ChartPart;
  whole: Cents | undefined;
  /** Where the net leads, when the name leads elsewhere. */
  href: Route | null;
}

function Figures({ of, whole, href }: FiguresProps) {
  return (
    <>
      <td className="num" data-label="Obligated (net)">
        {href ? (
          <Link href={href}>
            <Money cents={of.net} exact />
          </Link>
        ) : (
          <Money cents={of.net} exact />
        )}
      </td>
      {whole !== undefined && (
        <td className="num" data-label="Share">
          {formatShare(of.net, whole)}
        </td>
      )}
      <td className="num" data-label="Added">
        <Money cents={of.added} exact />
      </td>
      <td className="num" data-label="Taken back">
        <Money cents={of.taken_back} exact />
      </td>
      <td className="num" data-label="Actions">
        {formatCount(of.actions)}
      </td>
      <td className="num" data-label="Contracts">
        {formatCount(of.contracts)}
      </td>
    </>
  );
}

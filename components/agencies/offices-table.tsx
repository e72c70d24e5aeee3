import { Records } from "@/components/figures/records";
import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import type { Totals } from "@/lib/contracts/facts";
import { formatCount } from "@/lib/contracts/money";
import { officePage } from "@/lib/query/pages";
import { change, type Query } from "@/lib/query/query";

import styles from "./offices-table.module.css";

/** The figures of an office or of a whole agency; `null` where it has no action in the window. */
interface Windows {
  all: Totals;
  current: Totals | null;
  earlier: Totals | null;
}

export interface OfficeRow extends Windows {
  code: string;
  name: string;
}

interface OfficesTableProps {
  agency: { code: string; name: string };
  offices: OfficeRow[];
  /** The agency's own figures: a company of two offices counts once in them. */
  whole: Windows;
  /** The agency's records: all of them, those of the fiscal year to date, and those of the year before. */
  queries: Record<keyof Windows, Query>;
  fiscalYear: number;
}

/** The offices of an agency, from the largest net in all records, every figure the door to its records. */
export function OfficesTable({ agency, offices, whole, queries, fiscalYear }: OfficesTableProps) {
  const companies = queries.all.grouped === "no" ? "Recipients" : "Companies";
  const labels = [
    `FY${fiscalYear} to date`,
    "Same dates a year before",
    "All records (net)",
    "Added",
    "Taken back",
    "Actions",
    "Contracts",
    companies,
  ];
  const cells = ({ all, current, earlier }: Windows, of: (query: Query) => Query) => {
    const every = of(queries.all);
    return [
      { query: of(queries.current), value: current && <Money cents={current.net} exact /> },
      { query: of(queries.earlier), value: earlier && <Money cents={earlier.net} exact /> },
      { query: every, value: <Money cents={all.net} exact /> },
      { query: change(every, { sign: ["pos"] }), value: <Money cents={all.added} exact /> },
      { query: change(every, { sign: ["neg"] }), value: <Money cents={all.taken_back} exact /> },
      { query: change(every, { view: "actions" }), value: formatCount(all.actions) },
      { query: every, value: formatCount(all.contracts) },
      { query: change(every, { show: "company" }), value: formatCount(all.companies) },
    ].map(({ query, value }, index) => (
      <td key={labels[index]} className="num" data-label={labels[index]}>
        {value === null ? <span className="soft">no action</span> : <Records query={query}>{value}</Records>}
      </td>
    ));
  };
  return (
    <TableRegion label={`Offices of ${agency.name}`}>
      <table className={stack.stack}>
        <caption>
          Obligated, U.S. dollars, exact, by awarding office. Added, taken back and the counts are of all
          records.
        </caption>
        <thead>
          <tr>
            <th scope="col">Office</th>
            {labels.map((label) => (
              <th key={label} scope="col" className="num">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {offices.map(({ code, name, ...windows }) => (
            <tr key={code}>
              <th scope="row">
                <Link href={officePage(agency.code, code, queries.all)}>{name}</Link>
                {name !== code && <small className="soft"> {code}</small>}
              </th>
              {cells(windows, (query) => change(query, { office: [code] }))}
            </tr>
          ))}
        </tbody>
        <tbody className={styles.whole}>
          <tr>
            <th scope="row">All offices</th>
            {cells(whole, (query) => query)}
          </tr>
        </tbody>
      </table>
    </TableRegion>
  );
}

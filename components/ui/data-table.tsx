import type { Route } from "next";
import type { ComponentProps, ReactNode } from "react";

import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { SortHeader, type SortLink } from "@/components/ui/sort-header";
import { SortedRows } from "@/components/ui/sorted-rows";
import { formatCount } from "@/lib/contracts/money";

import styles from "./data-table.module.css";

/**
 * The kind of a column. Money (in cents), counts and other figures are aligned right, a day does not wrap, and long text
 * takes the whole width of a card.
 */
type DataKind = "text" | "long" | "day" | "money" | "count" | "figure";

type ShownValue = string | number | null;

/** Everything about a column that a table, its cards and its total row need. */
export type DataColumn<Row> = {
  header: string;
  /** Tells the column from others with the same header. */
  id?: string;
  /** What the column means, as the title of its header. */
  help?: string;
  kind?: DataKind;
  /** The label of the cell on a card, if it is not the header; `false` for a cell that explains itself. */
  cardLabel?: string | false;
  /** Whether the cell is the header of its row. */
  isRowHeader?: boolean;
  className?: string | undefined;
  /** Attributes of the `th`, and its content after the header. */
  headerAttributes?: ComponentProps<"th">;
  afterHeader?: ReactNode;
  /** The addresses of the rows in the order of this column. */
  sort?: SortLink;
  /** Where the value leads. */
  href?: (row: Row) => Route | null;
  total?: ReactNode;
} & (
  | { cell: (row: Row, index: number) => ReactNode; value?: (row: Row) => ShownValue }
  /** The value to sort by in the browser. Without `cell` it is also the content, formatted by kind; `null` is "Not reported". */
  | { cell?: undefined; value: (row: Row) => ShownValue }
);

interface TableProps<Row> {
  caption?: ReactNode;
  isCaptionHidden?: boolean;
  /** An entry that is `false` is a column that these rows do not have. */
  columns: readonly (DataColumn<Row> | false)[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string | number;
  rowAttributes?: (row: Row, index: number) => ComponentProps<"tr">;
  /** Replaces all cells but the first by one, unless it returns `null`. */
  onlyCell?: (row: Row) => ReactNode;
  /** The header of the total row. It spans the columns before the first that has a total. */
  totalLabel?: string;
  className?: string | undefined;
  /** Whether rows become cards on small screens. */
  hasCards?: boolean;
  /** Whether these are all rows of the list, so that the browser may sort them by every column that has values. */
  isComplete?: boolean;
}

interface DataTableProps<Row> extends TableProps<Row> {
  /** Names the region in which the table scrolls, for screen readers; without it, the table is part of another one. */
  label?: string;
}

/** A table in a region that scrolls where the table is too wide. */
export function DataTable<Row>({ label, ...table }: DataTableProps<Row>) {
  if (label === undefined) {
    return (
      <div className="scroll">
        <Table {...table} />
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.region} aria-label={label} tabIndex={0}>
      <Table {...table} />
    </section>
  );
}

/** Each column is described once: its header, its cells, their labels on cards, and its total. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, isCaptionHidden, rows, className, hasCards = true } = props;
  const columns = props.columns.filter((column) => column !== false);
  return (
    <table className={classes(hasCards && styles.stack, className)}>
      {caption && <caption className={classes(isCaptionHidden && "visually-hidden")}>{caption}</caption>}
      {props.isComplete && rows.length > 1 ? (
        <SortedRows
          headers={columns.map((column) => ({
            header: column.header,
            help: column.help,
            isFigure: isFigure(column),
            largestFirst: largestFirst(column),
            sorts: column.value !== undefined,
            link: column.sort,
          }))}
          rows={rows.map((row, index) => ({
            node: rowOf(columns, row, index, props),
            values: columns.map(({ value }) => value?.(row) ?? null),
          }))}
        />
      ) : (
        <>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={keyOf(column)}
                  scope="col"
                  aria-sort={column.sort?.sorted ?? undefined}
                  title={column.help}
                  {...column.headerAttributes}
                  className={classes(isFigure(column) && "num", column.headerAttributes?.className)}
                >
                  {headerOf(column)}
                  {column.afterHeader}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rows.map((row, index) => rowOf(columns, row, index, props))}</tbody>
        </>
      )}
      {props.totalLabel !== undefined && (
        <tfoot>
          <TotalRow label={props.totalLabel} columns={columns} hasCards={hasCards} />
        </tfoot>
      )}
    </table>
  );
}

const keyOf = <Row,>({ id, header }: DataColumn<Row>) => id ?? header;

const headerOf = <Row,>(column: DataColumn<Row>): ReactNode =>
  column.sort ? (
    <SortHeader
      header={column.header}
      link={column.sort}
      sorted={column.sort.sorted}
      largestFirst={largestFirst(column)}
    />
  ) : (
    column.header
  );

function rowOf<Row>(
  columns: DataColumn<Row>[],
  row: Row,
  index: number,
  { rowKey, rowAttributes, onlyCell, hasCards = true }: TableProps<Row>,
): ReactNode {
  const only = onlyCell?.(row) ?? null;
  const shown = only === null ? columns : columns.slice(0, 1);
  return (
    <tr key={rowKey(row, index)} {...rowAttributes?.(row, index)}>
      {shown.map((column) => {
        const content = column.cell ? column.cell(row, index) : contentOf(column, row, column.value(row));
        return column.isRowHeader ? (
          <th
            key={keyOf(column)}
            scope="row"
            className={cellClass(column)}
            data-label={cardLabel(column, false)}
          >
            {content}
          </th>
        ) : (
          <td key={keyOf(column)} className={cellClass(column)} data-label={cardLabel(column, hasCards)}>
            {content}
          </td>
        );
      })}
      {only !== null && (
        <td className="soft" colSpan={columns.length - 1}>
          {only}
        </td>
      )}
    </tr>
  );
}

interface TotalRowProps<Row> {
  label: string;
  columns: DataColumn<Row>[];
  hasCards: boolean;
}

function TotalRow<Row>({ label, columns, hasCards }: TotalRowProps<Row>) {
  const first = columns.findIndex(({ total }) => total !== undefined);
  return (
    <tr>
      <th scope="row" colSpan={first > 1 ? first : undefined}>
        {label}
      </th>
      {columns.slice(first).map((column) =>
        column.total === undefined ? (
          <td key={keyOf(column)} />
        ) : (
          <td
            key={keyOf(column)}
            className={classes(isFigure(column) && "num")}
            data-label={hasCards ? cardLabel(column, hasCards) : undefined}
          >
            {column.total}
          </td>
        ),
      )}
    </tr>
  );
}

/** A value, formatted by the kind of its column, as a link if it leads anywhere. */
function contentOf<Row>({ kind, href }: DataColumn<Row>, row: Row, value: ShownValue): ReactNode {
  if (value === null) return <span className="soft">Not reported</span>;
  const isFigure = typeof value === "number";
  const shown =
    kind === "money" && isFigure ? (
      <Money cents={value} exact />
    ) : kind === "count" && isFigure ? (
      formatCount(value)
    ) : (
      value
    );
  const to = href?.(row);
  return to ? <Link href={to}>{shown}</Link> : shown;
}

/** Without the default cards, only an explicit label is written, for cards that the table styles itself. */
const cardLabel = <Row,>({ cardLabel: label, header }: DataColumn<Row>, hasCards: boolean) =>
  label === false ? undefined : (label ?? (hasCards ? header : undefined));

const isFigure = <Row,>({ kind }: DataColumn<Row>) =>
  kind === "money" || kind === "count" || kind === "figure";

const largestFirst = <Row,>(column: DataColumn<Row>) => isFigure(column) || column.kind === "day";

const cellClass = <Row,>(column: DataColumn<Row>) =>
  classes(
    isFigure(column) && "num",
    column.kind === "day" && "nowrap",
    column.kind === "long" && styles.long,
    column.className,
  );

/** The class names that apply, or `undefined`. */
const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(" ") || undefined;

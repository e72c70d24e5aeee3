import type { Route } from "next";
import type { ComponentProps, ReactNode } from "react";

import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { SortHeader, type SortLink } from "@/components/ui/sort-header";
import { formatCount } from "@/lib/contracts/money";
import { columnOfSort, type SortValue, sortRows, type TableSort } from "@/lib/query/table-sort";

import styles from "./data-table.module.css";

/**
 * The kind of a column. Money (in cents), counts and other figures are aligned right, a day does not wrap, and long text
 * takes the whole width of a card.
 */
type DataKind = "text" | "long" | "day" | "money" | "count" | "figure";

/** Everything about a column that a table, its cards and its total row need. */
export type DataColumn<Row> = {
  header: string;
  /** Names the column in addresses, and tells it from others with the same header; else its header does. */
  id?: string;
  /** What the column means, as the title of its header. */
  help?: string;
  kind?: DataKind;
  /** The label of the cell on a card, if it is not the header; `false` for a cell that explains itself. */
  cardLabel?: string | false;
  /** Whether the cell is the header of its row. */
  isRowHeader?: boolean;
  /** The name of the row for screen readers, where the cell holds more than it. */
  rowName?: ((row: Row) => string | undefined) | undefined;
  className?: string | undefined;
  /** Attributes of the `th`, and its content after the header. */
  headerAttributes?: ComponentProps<"th">;
  afterHeader?: ReactNode;
  /** The addresses of the rows in the order of this column, where the table has no `sort` of its own. */
  sort?: SortLink;
  /** Where the value leads. */
  href?: (row: Row) => Route | null;
  total?: ReactNode;
} & (
  | { cell: (row: Row, index: number) => ReactNode; value?: (row: Row) => SortValue }
  /** The value to sort by. Without `cell` it is also the content, formatted by kind; `null` is "Not reported". */
  | { cell?: undefined; value: (row: Row) => SortValue }
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
  /** How the address sorts these rows: by every column that has values. Without it, they stay as given. */
  sort?: TableSort | undefined;
  /** Whether a row stays at the end in every order: the sum of the others, or all that are not listed. */
  isPinned?: (row: Row) => boolean;
  /** The rows to show of the sorted ones, from the first index to before the second. */
  slice?: [number, number];
}

interface DataTableProps<Row> extends TableProps<Row> {
  /** Names the region in which the table scrolls, for screen readers; without it, the table is part of another one. */
  label?: string;
}

/** A table in a region that scrolls where the table is too wide. */
export function DataTable<Row>({ label, ...table }: DataTableProps<Row>) {
  const id = table.sort && tableId(table.sort);
  const content = (
    <>
      <UnknownColumn {...table} />
      <Table {...table} />
    </>
  );
  if (label === undefined) {
    return (
      <div className={`scroll ${styles.sortable}`} id={id}>
        {content}
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={`${styles.region} ${styles.sortable}`} id={id} aria-label={label} tabIndex={0}>
      {content}
    </section>
  );
}

/** Says that the address sorts the table by a column that it does not have. Columns can depend on the data, so only the table knows. */
function UnknownColumn<Row>({ sort, columns }: TableProps<Row>) {
  if (!sort || sort.by === null || sort.by === sort.given || sortedColumn(columns, sort)) return null;
  return (
    <p className={styles.ignored}>
      We ignored part of this link: the table has no column <q>{columnOfSort(sort.by).column}</q> to sort by.{" "}
      <Link href={sort.href(null)} scroll={false}>
        Remove it
      </Link>
    </p>
  );
}

/** Each column is described once: its header, its cells, their labels on cards, its order, and its total. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, isCaptionHidden, className, hasCards = true } = props;
  const columns = props.columns.filter((column) => column !== false);
  return (
    <table className={classes(hasCards && styles.stack, className)}>
      {caption && <caption className={classes(isCaptionHidden && "visually-hidden")}>{caption}</caption>}
      <thead>
        <tr>
          {columns.map((column) => {
            const link = column.sort ?? sortLink(column, props);
            return (
              <th
                key={nameOf(column)}
                scope="col"
                aria-sort={link?.sorted ?? undefined}
                title={column.help}
                {...column.headerAttributes}
                className={classes(isFigure(column) && "num", column.headerAttributes?.className)}
              >
                {link ? (
                  <SortHeader header={column.header} link={link} largestFirst={largestFirst(column)} />
                ) : (
                  column.header
                )}
                {column.afterHeader}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>{sortedRows(props).map((row, index) => rowOf(columns, row, index, props))}</tbody>
      {props.totalLabel !== undefined && (
        <tfoot>
          <TotalRow label={props.totalLabel} columns={columns} hasCards={hasCards} />
        </tfoot>
      )}
    </table>
  );
}

/** The name of a column in addresses: `Last action` is `last_action`. */
const nameOf = <Row,>({ id, header }: DataColumn<Row>) =>
  id ??
  header
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");

/** The column that a sort names, if it has values to sort by. */
const sortedColumn = <Row,>(columns: TableProps<Row>["columns"], { by }: TableSort) =>
  columns
    .filter((column) => column !== false)
    .find((column) => column.value && by !== null && nameOf(column) === columnOfSort(by).column);

/** All rows in the order of the address. */
function sortedRows<Row>({ rows, columns, sort, isPinned, slice = [0, rows.length] }: TableProps<Row>) {
  if (!sort || sort.by === null || sort.by === sort.given) return rows.slice(...slice);
  const value = sortedColumn(columns, sort)?.value;
  if (!value) return rows.slice(...slice);
  const { isDescending } = columnOfSort(sort.by);
  if (!isPinned) return sortRows(rows, value, isDescending).slice(...slice);
  const sorted = sortRows(
    rows.filter((row) => !isPinned(row)),
    value,
    isDescending,
  );
  return [...sorted, ...rows.filter(isPinned)].slice(...slice);
}

/** The id of the place where a table is: without scripts, a sorted page opens there. */
const tableId = ({ table }: TableSort) => `table-${table}`;

function sortLink<Row>(column: DataColumn<Row>, { sort, rows }: TableProps<Row>): SortLink | undefined {
  if (!sort || !column.value || rows.length < 2) return undefined;
  const name = nameOf(column);
  const address = (by: string) => `${sort.href(by)}#${tableId(sort)}` as Route;
  return {
    ascending: address(name),
    descending: address(`-${name}`),
    sorted: sort.by === name ? "ascending" : sort.by === `-${name}` ? "descending" : null,
  };
}

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
            key={nameOf(column)}
            scope="row"
            aria-label={column.rowName?.(row)}
            className={cellClass(column)}
            data-label={cardLabel(column, false)}
          >
            {content}
          </th>
        ) : (
          <td key={nameOf(column)} className={cellClass(column)} data-label={cardLabel(column, hasCards)}>
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
          <td key={nameOf(column)} />
        ) : (
          <td
            key={nameOf(column)}
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
function contentOf<Row>({ kind, href }: DataColumn<Row>, row: Row, value: SortValue): ReactNode {
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

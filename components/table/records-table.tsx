"use client";

import {
  createColumnHelper,
  metaHelper,
  rowPaginationFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import type { Route } from "next";
import { type FocusEvent, type MouseEvent, type ReactNode, useMemo, useRef } from "react";
import type { TableColumn } from "@/components/table/columns";
import { useFits } from "@/components/table/fits";
import { type OpenRow, useOpenRow } from "@/components/table/open-row";
import { type PageLinks, Pager } from "@/components/table/pager";
import { RowPanel } from "@/components/table/row-panel";
import type { TableRow } from "@/components/table/rows";
import { type DataColumn, Table } from "@/components/ui/data-table";
import { ReadingPieces } from "@/components/ui/reading-pieces";
import type { SortLink } from "@/components/ui/sort-header";
import { formatCount, formatMoney } from "@/lib/contracts/money";

import styles from "./records-table.module.css";

const features = tableFeatures({
  rowSortingFeature,
  rowPaginationFeature,
  columnMeta: metaHelper<TableColumn>(),
});
const helper = createColumnHelper<typeof features, TableRow>();

interface RecordsTableProps {
  caption: string;
  /** Those that are shown. */
  columns: TableColumn[];
  rows: TableRow[];
  page: { number: number; size: number; rows: number };
  links: PageLinks;
  /** The snapshot that addresses name. */
  snapshot: string | null;
}

/**
 * The rows of the workbench. Order, columns and page are the address's: the table mirrors them, and its headers and
 * page numbers are links, so that it works the same before and without scripts.
 */
export function RecordsTable({ caption, columns, rows, page, links, snapshot }: RecordsTableProps) {
  const definitions = useMemo(
    () =>
      helper.columns(
        columns.map((column) =>
          helper.accessor((row) => row.values[column.name] ?? null, {
            id: column.name,
            meta: column,
            enableSorting: column.sortHref !== null,
          }),
        ),
      ),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: (row) => row.id,
    manualSorting: true,
    manualPagination: true,
    enableMultiSort: false,
    rowCount: page.rows,
    state: {
      sorting: columns
        .filter(({ sorted }) => sorted)
        .map(({ name, sorted }) => ({ id: name, desc: sorted === "descending" })),
      pagination: { pageIndex: page.number - 1, pageSize: page.size },
    },
  });
  const opened = useOpenRow();
  const hasCut = rows.some(({ isCut }) => isCut);
  return (
    <>
      <Frame>
        <Table
          className={styles.table}
          hasCards={false}
          caption={caption}
          isCaptionHidden
          columns={columns.map(
            (column, index): DataColumn<TableRow> => ({
              header: column.label,
              help: column.help,
              kind: isNumber(column) ? "figure" : "text",
              cardLabel: column.label,
              isRowHeader: index === 0,
              className: cellClass(column),
              ...(column.sortHref !== null && { sort: sortLink(column.sortHref as Route, column.sorted) }),
              cell: (row) =>
                index > 0 ? (
                  contentOf(column, row)
                ) : (
                  <>
                    {contentOf(column, row)}
                    {opener(row, opened.open)}
                  </>
                ),
            }),
          )}
          rows={rows}
          // By its place: React then changes the text of the same cells, which a browser draws far sooner.
          rowKey={(_, index) => index}
          rowAttributes={({ id }) => ({
            id,
            "aria-current": id === opened.id ? "true" : undefined,
            onClick: (event) => {
              if (isFree(event)) opened.open(id);
            },
          })}
        />
      </Frame>
      {hasCut && (
        <p className={styles.note}>
          <span aria-hidden="true">†</span> Earlier actions are not in these records, so this is not the
          contract’s whole sum.
        </p>
      )}
      <Pager
        number={table.state.pagination.pageIndex + 1}
        pages={table.getPageCount()}
        size={table.state.pagination.pageSize}
        rows={page.rows}
        links={links}
      />
      {opened.id !== null && <RowPanel rows={rows} id={opened.id} row={opened} snapshot={snapshot} />}
    </>
  );
}

/** What a table that is too wide scrolls in. Whether it is, is this part's own: the rows are not drawn again for it. */
function Frame({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLElement>(null);
  const fits = useFits(frame);
  return (
    <section
      ref={frame}
      className={styles.frame}
      data-fits={fits ?? undefined}
      aria-label={fits ? "Rows" : "Rows, scrolling sideways"}
      tabIndex={fits ? undefined : 0}
      onFocus={reveal}
    >
      {children}
    </section>
  );
}

/** Brings what the keyboard has reached out from behind what stays in view: a browser is content with a part of it. */
function reveal({ target, currentTarget }: FocusEvent<HTMLElement>) {
  if (target !== currentTarget && target.matches(":focus-visible")) {
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

/** Whether a click is meant for the row itself: not for what stands in it, nor for marking text or another window. */
function isFree(event: MouseEvent<HTMLElement>): boolean {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
    return false;
  if ((event.target as Element).closest("a, button, input, label, summary")) return false;
  return window.getSelection()?.isCollapsed !== false;
}

/** What opens the panel of a row. Without scripts, and in another tab, it is the contract's page. */
function opener({ id, contractHref, opens }: TableRow, open: OpenRow["open"]): ReactNode {
  const action = opens.modification === null ? "" : `, modification ${opens.modification}`;
  return (
    <a
      href={contractHref}
      className={`${styles.opener} no-print`}
      aria-haspopup="dialog"
      onClick={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        open(id);
      }}
    >
      Details
      <span className="visually-hidden">{` of ${opens.piid}${action}, ${opens.company}`}</span>
    </a>
  );
}

/** The address of a column is that of its next order: the server has turned it round already. */
const sortLink = (href: Route, sorted: TableColumn["sorted"]): SortLink =>
  sorted === "descending" ? { ascending: href, sorted } : { descending: href, sorted };

const isNumber = ({ kind }: TableColumn) => kind === "money" || kind === "count";

/** The figures that a row is about: what the selected actions obligate. */
const leading = ["net", "federal_action_obligation"];

/** What says by itself what it is, without the name of its column. */
const plain = ["piid", "award_id_piid", "modification_number", "office"];

const cellClass = ({ name, kind }: TableColumn) =>
  [
    leading.includes(name) && styles.leading,
    name === "company" && styles.company,
    name === "office" && styles.office,
    described.includes(name) && styles.described,
    plain.includes(name) && styles.plain,
    (kind === "day" || kind === "code") && styles.fixed,
  ]
    .filter(Boolean)
    .join(" ");

const linked: Record<string, "companyHref" | "contractHref"> = {
  company: "companyHref",
  piid: "contractHref",
  key: "contractHref",
  award_id_piid: "contractHref",
  contract: "contractHref",
};
const described = ["description", "transaction_description"];

/** A description longer than this is likely to be cut on screen, so its title has all of it. */
const longText = 110;

/** The content of a cell. Not a component, because there are hundreds of cells and each component costs time. */
function contentOf({ name, kind }: TableColumn, row: TableRow): ReactNode {
  const value = row.values[name] ?? null;
  if (value === null || value === "") return <span className="soft">Not reported</span>;
  if (kind === "money" && typeof value === "number") {
    const isCut = row.isCut && (name === "in_records" || (name === "net" && !("in_records" in row.values)));
    const figure = value < 0 ? <span className="minus">{formatMoney(value)}</span> : formatMoney(value);
    if (!isCut) return figure;
    return (
      <>
        {figure}
        <Cut />
      </>
    );
  }
  if (kind === "count" && typeof value === "number") return formatCount(value);
  if (kind === "flag") return value ? "yes" : "no";
  const target = linked[name];
  if (target && typeof value === "string") {
    const link = <a href={row[target]}>{value}</a>;
    if (name !== "company" || row.recordedAs.length === 0) return link;
    return (
      <>
        {link}
        <small className={styles.recorded}>
          {`recorded as ${row.recordedAs.join("; ")} in the selected actions`}
        </small>
      </>
    );
  }
  if (Array.isArray(value)) {
    if (!described.includes(name)) return <ReadingPieces pieces={value} />;
    const text = value.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");
    return (
      <span className={styles.clamped} title={text.length > longText ? text : undefined}>
        <ReadingPieces pieces={value} />
      </span>
    );
  }
  return value;
}

function Cut() {
  return (
    <span className={styles.cut} title="Earlier actions are not in these records">
      <span aria-hidden="true">†</span>
      <span className="visually-hidden"> (earlier actions are not in these records)</span>
    </span>
  );
}

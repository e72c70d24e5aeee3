"use client";

import {
  type Column,
  createColumnHelper,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import type { Route } from "next";
import dynamic from "next/dynamic";
import {
  type FocusEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
} from "react";
import {
  clamped,
  columnFeatures,
  headerId,
  useColumnLayout,
  useFits,
  widthLimits,
} from "@/components/table/column-layout";
import type { TableColumn } from "@/components/table/columns";
import { useComparing } from "@/components/table/compare-button";
import { type OpenRow, useOpenRow } from "@/components/table/open-row";
import type { TableRow } from "@/components/table/rows";
import { type DataColumn, Table } from "@/components/ui/data-table";
import { ReadingPieces } from "@/components/ui/reading-pieces";
import type { SortLink } from "@/components/ui/sort-header";
import { TermMark } from "@/components/ui/term";
import { formatCount, formatMoney } from "@/lib/contracts/money";

import styles from "./records-table.module.css";

const features = tableFeatures({ ...columnFeatures, rowSelectionFeature });
const helper = createColumnHelper<typeof features, TableRow>();
type RecordsColumn = Column<typeof features, TableRow>;

interface RecordsTableProps {
  caption: string;
  /** All columns of the view, the visible ones first and in their order. */
  columns: TableColumn[];
  rows: TableRow[];
  snapshot: string | null;
}

const loadRowPanel = () => import("@/components/table/row-panel").then((module) => module.RowPanel);
const RowPanel = dynamic(loadRowPanel);
// Loaded when a reader compares rows.
const Compare = dynamic(() => import("@/components/table/compare").then((module) => module.Compare));

/**
 * The rows of the workbench. The address says which columns are visible and in which order, and how the rows are sorted,
 * and headers are links: all of it works without scripts. Widths and pinned columns
 * are stored in the browser (`column-layout.ts`). A row stays chosen while this table is shown.
 */
export function RecordsTable({ caption, columns, rows, snapshot }: RecordsTableProps) {
  const definitions = useMemo(
    () =>
      helper.columns(
        columns.map((column) =>
          helper.accessor((row) => row.values[column.name] ?? null, {
            id: column.name,
            meta: column,
            ...widthLimits,
          }),
        ),
      ),
    [columns],
  );
  const { first, ...layout } = useColumnLayout(columns);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: (row) => row.id,
    state: { columnOrder: columns.map(({ name }) => name), ...layout.state },
    onColumnSizingChange: layout.onColumnSizingChange,
  });
  const opened = useOpenRow();
  // After hydration, so that the panel answers Escape as soon as it opens.
  useEffect(() => void loadRowPanel(), []);
  const [isComparing] = useComparing();
  const visible = table.getLeafHeaders().map(({ column }) => column); // pinned ones first
  const hasCut = rows.some(({ isCut }) => isCut);
  // Row objects are created on first use. Without a selection they are never needed.
  const rowOf = (id: string) => table.getRowModel().rowsById[id];
  return (
    <>
      {isComparing && (
        <Compare
          rows={table.getSelectedRowModel().rows.map(({ original }) => original)}
          columns={columns.filter(({ visible }) => visible)}
          content={contentOf}
          onClear={() => table.resetRowSelection(true)}
        />
      )}
      <Frame
        pinned={visible
          .filter((column) => column.getIsPinned())
          .map(({ id }) => id)
          .join()}
      >
        <Table
          className={styles.table}
          hasCards={false}
          caption={caption}
          isCaptionHidden
          columns={visible.flatMap((column): DataColumn<TableRow>[] => {
            const { meta } = column.columnDef;
            if (!meta) return [];
            return [
              {
                ...headerOf(column, meta),
                cardLabel: meta.label === "Obligated (net)" ? false : meta.label,
                isRowHeader: meta.name === first,
                className: cellClass(meta, column),
                cell: (row) => {
                  const content = contentOf(meta, row);
                  if (meta.name !== first) return content;
                  const chosen = isComparing ? rowOf(row.id) : undefined;
                  return (
                    <>
                      {chosen && (
                        <input
                          type="checkbox"
                          className={styles.choice}
                          aria-label={`Compare ${nameOf(row)}`}
                          checked={chosen.getIsSelected()}
                          onChange={chosen.getToggleSelectedHandler()}
                        />
                      )}
                      {content}
                      {opener(row, opened.open)}
                    </>
                  );
                },
              },
            ];
          })}
          rows={rows}
          // By position: React then changes the text of existing cells, which is much faster than new rows.
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
          contract’s total.
        </p>
      )}
      {opened.id !== null && <RowPanel rows={rows} id={opened.id} row={opened} snapshot={snapshot} />}
    </>
  );
}

/** The header of a column, its width, and a handle to drag. The menu of columns has buttons for the keyboard. */
function headerOf(column: RecordsColumn, meta: TableColumn) {
  const { [meta.name]: width } = column.table.atoms.columnSizing.get();
  const size = width === undefined ? undefined : column.getSize();
  return {
    id: meta.name,
    header: meta.label,
    help: meta.help,
    kind: isNumber(meta) ? ("figure" as const) : ("text" as const),
    ...(meta.sortHref !== null && { sort: sortLink(meta.sortHref as Route, meta.sorted) }),
    headerAttributes: {
      id: headerId(meta.name),
      className: pinnedClass(column),
      style: size === undefined ? undefined : { width: size, minWidth: size, maxWidth: size },
    },
    afterHeader: (
      <>
        {meta.name === "piid" && <TermMark name="piid" />}
        <WidthHandle column={column} />
      </>
    ),
  };
}

/** Drags the edge of a column. The header follows the pointer; the table's state changes once, on release. */
function WidthHandle({ column }: { column: RecordsColumn }) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const header = (event: PointerEvent) => (event.currentTarget as HTMLElement).closest("th");
  const widthAt = ({ clientX }: PointerEvent) =>
    start.current && Math.round(clamped(start.current.width + clientX - start.current.x));
  return (
    <span
      aria-hidden="true"
      className={`${styles.handle} no-print`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width: header(event)?.offsetWidth ?? 0 };
      }}
      onPointerMove={(event) => {
        const width = widthAt(event);
        const { style } = header(event) ?? {};
        if (width === null || !style) return;
        style.width = style.minWidth = style.maxWidth = `${width}px`;
      }}
      onPointerUp={(event) => {
        const width = widthAt(event);
        const isMoved = start.current !== null && event.clientX !== start.current.x;
        start.current = null;
        if (width !== null && isMoved) {
          column.table.setColumnSizing((old) => ({ ...old, [column.id]: width }));
        }
      }}
      onDoubleClick={() => column.resetSize()}
    />
  );
}

/** The frame in which a wide table scrolls. It measures by itself, so that rows do not render again. */
function Frame({ pinned, children }: { pinned: string; children: ReactNode }) {
  const frame = useRef<HTMLElement>(null);
  const fits = useFits(frame, pinned);
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

/** Scrolls a focused element out from under sticky cells. Browsers only make a part of it visible. */
function reveal({ target, currentTarget }: FocusEvent<HTMLElement>) {
  if (target !== currentTarget && target.matches(":focus-visible")) {
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

/** Whether a click is on the row itself, not on a control in it, a text selection, or a click for a new window. */
function isFree(event: MouseEvent<HTMLElement>): boolean {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
    return false;
  if ((event.target as Element).closest("a, button, input, label, summary")) return false;
  return window.getSelection()?.isCollapsed !== false;
}

const nameOf = ({ opens: { piid, modification, company } }: TableRow) =>
  `${piid}${modification === null ? "" : `, modification ${modification}`}, ${company}`;

/** The link that opens the panel of a row. Without scripts, and in a new tab, it opens the contract's page. */
function opener(row: TableRow, open: OpenRow["open"]): ReactNode {
  const { id, contractHref } = row;
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
      <span aria-hidden="true">›</span>
      <span className="visually-hidden">{`Details of ${nameOf(row)}`}</span>
    </a>
  );
}

/** `href` is the address of the next order, which is descending unless the column is sorted that way. */
const sortLink = (href: Route, sorted: TableColumn["sorted"]): SortLink =>
  sorted === "descending" ? { ascending: href, sorted } : { descending: href, sorted };

const isNumber = ({ kind }: TableColumn) => kind === "money" || kind === "count";

/** The main figure of a row: the obligation of the selected actions. */
const leading = ["net", "federal_action_obligation"];

/** Columns whose values need no label on a card. */
const plain = ["piid", "award_id_piid", "modification_number", "office"];

/** Columns that a card leaves to the panel, unless they are chosen. */
const extra = ["actions", "office"];

/** A pinned column stays in view while the others scroll. The frame sets where each begins. */
function pinnedClass(column: RecordsColumn): string | undefined {
  if (!column.getIsPinned()) return undefined;
  return [styles.pinned, styles[`pinned${column.getPinnedIndex()}`]].filter(Boolean).join(" ");
}

const cellClass = ({ name, kind, isChosen }: TableColumn, column: RecordsColumn) =>
  [
    leading.includes(name) && styles.leading,
    name === "company" && styles.company,
    name === "office" && styles.office,
    !isChosen && extra.includes(name) && styles.extra,
    described.includes(name) && styles.described,
    plain.includes(name) && styles.plain,
    (kind === "day" || kind === "code") && styles.fixed,
    pinnedClass(column),
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
const described = ["purpose", "description", "transaction_description"];

/** Longer descriptions are likely to be cut on screen, so their title has the whole text. */
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
        <small className="below">{`recorded as ${row.recordedAs.join("; ")} in the selected actions`}</small>
      </>
    );
  }
  if (Array.isArray(value)) {
    if (!described.includes(name)) return <ReadingPieces pieces={value} />;
    const text = value.map((piece) => (typeof piece === "string" ? piece : piece.small)).join("");
    return (
      <span className={styles.clamped} title={text.length > longText ? text : undefined}>
        <ReadingPieces pieces={value} />
      </span>
    );
  }
  if (name !== "office") return value;
  return (
    <span className={styles.line} title={typeof value === "string" ? value : undefined}>
      {value}
    </span>
  );
}

function Cut() {
  return (
    <span className={styles.cut} title="Earlier actions are not in these records">
      <span aria-hidden="true">†</span>
      <span className="visually-hidden"> (earlier actions are not in these records)</span>
    </span>
  );
}

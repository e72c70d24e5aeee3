import { Fragment } from "react";
import { CompareGroups, GroupBox } from "@/components/compare/compare-groups";
import { RecordsSum } from "@/components/figures/records-link";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import type { Facility } from "@/lib/contracts/facilities";
import { placeName } from "@/lib/contracts/places";
import type { Group, Totals } from "@/lib/contracts/totals";
import { placePage } from "@/lib/query/pages";
import { change, href, type Query } from "@/lib/query/query";
import type { TableSort } from "@/lib/query/table-sort";

interface PlacesTableProps {
  query: Query;
  sort: TableSort;
  rows: (Facility & { totals: Totals })[];
  caption: string;
}

const naming = (query: Query, place: string) => change(query, { place: [place] });

const notListed = "not listed";

/** ICE's labels for a facility, the newest last. */
const typeText = ({ type }: Pick<Facility, "type">): string =>
  type.length > 0 ? type.join(", then ") : notListed;

/** The facilities that descriptions name, with what the actions come to. */
export function PlacesTable({ query, sort, rows, caption }: PlacesTableProps) {
  return (
    <>
      <CompareGroups query={query} by="place" />
      <DataTable
        label="Table of places"
        caption={caption}
        columns={[
          {
            id: "name",
            header: "Facility",
            isRowHeader: true,
            rowName: ({ name }) => name,
            value: ({ name }) => name,
            cell: ({ slug, name }) => (
              <GroupBox query={query} by="place" group={{ key: slug, label: name }}>
                <Link href={placePage(slug, query)}>{name}</Link>
              </GroupBox>
            ),
          },
          { header: "City", value: ({ city }) => city },
          { header: "State", value: ({ state }) => state || null, cell: ({ state }) => state || "none" },
          { id: "type", header: "Type, as ICE lists it", value: typeText },
          {
            header: "First listed",
            kind: "day",
            value: ({ first_listed: day }) => day || null,
            cell: ({ first_listed: day }) => day || notListed,
          },
          {
            header: "Last listed",
            kind: "day",
            value: ({ last_listed: day }) => day || null,
            cell: ({ last_listed: day }) => day || notListed,
          },
          {
            id: "net",
            header: "Obligated (net) by actions that name it",
            kind: "money",
            value: ({ totals }) => totals.net,
            cell: ({ totals, slug }) => <RecordsSum query={naming(query, slug)} cents={totals.net} exact />,
          },
          {
            header: "Actions",
            kind: "count",
            value: ({ totals }) => totals.actions,
            href: ({ slug }) => href("/contracts", change(naming(query, slug), { view: "actions" })),
          },
          {
            header: "Contracts",
            kind: "count",
            value: ({ totals }) => totals.contracts,
            href: ({ slug }) => href("/contracts", naming(query, slug)),
          },
          {
            id: "companies",
            header: query.grouped === "no" ? "Recipients" : "Companies",
            kind: "count",
            value: ({ totals }) => totals.companies,
            href: ({ slug }) => href("/contracts", change(naming(query, slug), { show: "company" })),
          },
        ]}
        rows={rows}
        rowKey={({ slug }) => slug}
        sort={sort}
      />
    </>
  );
}

interface StatesTableProps {
  query: Query;
  sort: TableSort;
  rows: Group[];
}

/** The states with a facility that descriptions name; an action counts once in each. */
export function StatesTable({ query, sort, rows }: StatesTableProps) {
  return (
    <DataTable
      label="Table of states"
      columns={[
        {
          id: "state",
          header: "State",
          isRowHeader: true,
          value: ({ key }) => placeName(key ?? ""),
          href: ({ key }) => href("/contracts", naming(query, key ?? "")),
        },
        {
          id: "net",
          header: "Obligated (net) by actions that name a place there",
          kind: "money",
          value: ({ net }) => net,
        },
        {
          header: "Actions",
          kind: "count",
          value: ({ actions }) => actions,
          href: ({ key }) => href("/contracts", change(naming(query, key ?? ""), { view: "actions" })),
        },
        { header: "Contracts", kind: "count", value: ({ contracts }) => contracts },
      ]}
      rows={rows}
      rowKey={({ key }) => key ?? ""}
      sort={sort}
    />
  );
}

/** The facilities that no selected description names, by state. */
export function NotNamedList({ query, rows }: { query: Query; rows: Facility[] }) {
  const byState = new Map<string, Facility[]>();
  for (const row of rows.toSorted((one, other) => (placeName(one.state) < placeName(other.state) ? -1 : 1)))
    byState.set(row.state, [...(byState.get(row.state) ?? []), row]);
  return [...byState].map(([state, facilities]) => (
    <p key={state}>
      <b>{state ? placeName(state) : "Elsewhere"}:</b>{" "}
      {facilities.map((facility, index) => (
        <Fragment key={facility.slug}>
          {index > 0 && "; "}
          <Link href={placePage(facility.slug, query)}>{facility.name}</Link> ({typeText(facility)})
        </Fragment>
      ))}
    </p>
  ));
}

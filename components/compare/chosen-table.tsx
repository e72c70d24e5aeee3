import type { Route } from "next";
import { Swatch } from "@/components/charts/legend";
import { fillsTogether } from "@/components/charts/palette";
import palette from "@/components/charts/palette.module.css";
import { SignedMoney } from "@/components/compare/signed-money";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import {
  type NetLine,
  type NetsOverTime,
  type PeriodComparison,
  percentChange,
} from "@/lib/contracts/comparisons";
import { type GroupingName, grouping } from "@/lib/contracts/groupings";
import { capitalize } from "@/lib/contracts/text";
import { type ComparedPeriods, periodText } from "@/lib/query/comparison";
import { queryOfGroup } from "@/lib/query/group-query";
import { change, href, type Query } from "@/lib/query/query";
import { tableSort } from "@/lib/query/table-sort";

interface ChosenTableProps {
  query: Query;
  by: GroupingName;
  page: Route;
  years: NetsOverTime;
  /** The last period and the same dates a year earlier, where the records have both. */
  compared: { periods: ComparedPeriods; change: PeriodComparison } | null;
}

/** Chosen groups in rows, their fiscal years in columns, and the change to the same dates a year earlier. */
export function ChosenTable({ query, by, page, years: { keys, lines }, compared }: ChosenTableProps) {
  const { label, plural, overlaps } = grouping(by);
  const fills = fillsTogether(
    by,
    lines.map(({ key }) => key),
  );
  const fillsOf = new Map(lines.map((line, index) => [line, fills[index]]));
  const of = ({ key }: NetLine) => queryOfGroup(query, by, key);
  const records = (other: Query | null) =>
    other && href("/contracts", change(other, { show: null, others: null }));
  const sum = (values: number[]) => values.reduce((one, other) => one + other, 0);
  const changes = new Map(compared?.change.groups.map((group) => [group.key, group]));
  const none = { current: { net: 0 }, earlier: { net: 0 }, change: 0 };
  const changeOf = ({ key }: NetLine) => changes.get(key) ?? none;
  const [later, earlier] = compared
    ? [periodText(compared.periods.days), periodText(compared.periods.earlierDays)]
    : ["", ""];
  return (
    <Section
      id="chosen"
      title={`${capitalize(label)} by fiscal year`}
      subtitle={compared ? `Obligated (net). The change is ${later} less ${earlier}` : "Obligated (net)"}
    >
      <div className={palette.palette}>
        <DataTable
          label={`${capitalize(plural)} by fiscal year`}
          columns={[
            {
              id: "name",
              header: capitalize(label),
              isRowHeader: true,
              value: (line) => line.label,
              cell: (line) => {
                const to = records(of(line));
                return (
                  <span className="nowrap">
                    <Swatch fill={fillsOf.get(line) ?? ""} />
                    {to ? <Link href={to}>{line.label}</Link> : line.label}
                  </span>
                );
              },
            },
            ...keys.map(
              (year, index): DataColumn<NetLine> => ({
                id: `fy${year}`,
                header: `FY${year}`,
                kind: "money",
                value: (line) => line.nets[index] ?? 0,
                cell: (line) => {
                  const own = of(line);
                  const to = own && records(queryOfGroup(own, "fiscal_year", year));
                  const net = <Money cents={line.nets[index] ?? 0} short />;
                  return to ? <Link href={to}>{net}</Link> : net;
                },
                total: <Money cents={sum(lines.map(({ nets }) => nets[index] ?? 0))} short />,
              }),
            ),
            {
              id: "net",
              header: "All years",
              kind: "money",
              value: ({ net }) => net,
              cell: ({ net }) => <Money cents={net} short />,
              total: <Money cents={sum(lines.map(({ net }) => net))} short />,
            },
            compared !== null && {
              id: "before",
              header: "Same dates a year earlier",
              help: earlier,
              kind: "money",
              value: (line) => changeOf(line).earlier.net,
              cell: (line) => <Money cents={changeOf(line).earlier.net} short />,
              total: <Money cents={compared.change.earlier.net} short />,
            },
            compared !== null && {
              id: "change",
              header: "Change",
              help: `${later} less ${earlier}`,
              kind: "money",
              value: (line) => changeOf(line).change,
              cell: (line) => {
                const { current, earlier: before, change: difference } = changeOf(line);
                return (
                  <>
                    <SignedMoney cents={difference} />{" "}
                    <small className="soft nowrap">{percentChange(current.net, before.net)}</small>
                  </>
                );
              },
              total: <SignedMoney cents={compared.change.change} />,
            },
          ]}
          rows={lines}
          rowKey={({ key }) => key ?? "no key"}
          {...(!overlaps && { totalLabel: "Together" })}
          sort={tableSort(page, "fiscal_year", "-net")}
        />
      </div>
    </Section>
  );
}

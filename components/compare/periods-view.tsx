import type { Route } from "next";
import { DataChart } from "@/components/charts/data-chart";
import { differencesData } from "@/components/charts/differences";
import { ChartFrame } from "@/components/charts/frame";
import { comparisonFile } from "@/components/charts/links";
import { SignedMoney } from "@/components/compare/signed-money";
import { DataTable } from "@/components/ui/data-table";
import { KeyFigures } from "@/components/ui/key-figures";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import {
  type ComparedGroup,
  comparedParts,
  type PeriodComparison,
  percentChange,
  ratioOf,
} from "@/lib/contracts/comparisons";
import { type ComparableGrouping, grouping } from "@/lib/contracts/groupings";
import { type Cents, counted, formatMoney } from "@/lib/contracts/money";
import { capitalize } from "@/lib/contracts/text";
import { differencesFinding, periodsFinding, plainDifferences } from "@/lib/findings/compared-periods";
import { type ComparedPeriods, periodText } from "@/lib/query/comparison";
import { queryOfGroup } from "@/lib/query/group-query";
import { change, href, type Query } from "@/lib/query/query";
import type { Labels } from "@/lib/query/query-text";
import { tableSort } from "@/lib/query/table-sort";
import type { RecordDays } from "@/lib/query/windows";

import styles from "./compare.module.css";

/** The most groups that the table lists; the file has all of them. */
const mostRows = 100;

interface PeriodsViewProps {
  query: Query;
  by: ComparableGrouping;
  periods: ComparedPeriods;
  compared: PeriodComparison;
  days: RecordDays;
  names: Labels;
}

/** Two periods of a selection: both figures, what changed most, and what became of each group. */
export function PeriodsView({ query, by, periods, compared, days, names }: PeriodsViewProps) {
  const { current, earlier } = compared;
  const { label, plural } = grouping(by);
  const of = (other: Query) => href("/contracts", change(other, { show: null }));
  const groupHref = (group: ComparedGroup, other: Query): Route | null => {
    const narrowed = queryOfGroup(other, by, group.key);
    return narrowed && of(narrowed);
  };
  const later = periodText(periods.days);
  const before = periodText(periods.earlierDays);
  const data = differencesData(compared.groups, (group) =>
    groupHref(group, group.current.actions > 0 ? periods.current : periods.earlier),
  );
  const changed = compared.groups.filter(({ change: difference }) => difference !== 0).length;
  const title = differencesFinding(compared.groups) ?? plainDifferences(label);
  return (
    <>
      <Section
        id="periods"
        title={periodsFinding(periods, compared, days, names)}
        subtitle={`Obligated (net), ${later}, compared with ${before}. Contract actions by the day they were signed`}
      >
        {periods.notes.map((note) => (
          <Notice key={note} title={note} />
        ))}
        <KeyFigures
          className={styles.figures}
          figures={[
            {
              label: later,
              value: (
                <Link href={of(periods.current)}>
                  <Money cents={current.net} />
                </Link>
              ),
              note: figuresText(current),
            },
            {
              label: before,
              value: (
                <Link href={of(periods.earlier)}>
                  <Money cents={earlier.net} />
                </Link>
              ),
              note: figuresText(earlier),
            },
            {
              label: "Change",
              value: <SignedMoney cents={compared.change} />,
              note: changeText(current.net, earlier.net),
            },
          ]}
        />
      </Section>
      {data.groups.length > 0 && (
        <ChartFrame
          name={plainDifferences(label)}
          title={title}
          subtitle={`Change in net obligations by ${label}, ${later} less ${before}${changed > data.groups.length ? `. The ${data.groups.length} largest changes of ${counted(changed, label, plural)}` : ""}`}
          through={days.data_through}
          links={{
            csv: comparisonFile("csv", query, by),
            picture: comparisonFile("png", query, by),
            chart: href("/contracts" as Route, query),
          }}
          numbers="#compared"
        >
          <DataChart title={title} data={data} />
        </ChartFrame>
      )}
      <Section
        title="What the change is made of"
        subtitle={`Each ${label} is in one row. The rows add up to the change, to the cent`}
      >
        <DataTable
          label="What the change is made of"
          columns={[
            { header: capitalize(plural), isRowHeader: true, cell: ({ part }) => comparedParts[part] },
            { header: "Number", kind: "count", value: ({ groups }) => groups },
            {
              header: "Later",
              help: later,
              kind: "money",
              value: (part) => part.current,
              total: <Money cents={current.net} exact />,
            },
            {
              header: "Earlier",
              help: before,
              kind: "money",
              value: (part) => part.earlier,
              total: <Money cents={earlier.net} exact />,
            },
            {
              header: "Change",
              kind: "money",
              value: (part) => part.change,
              cell: (part) => <SignedMoney cents={part.change} exact />,
              total: <SignedMoney cents={compared.change} exact />,
            },
          ]}
          rows={compared.parts.filter(({ groups }) => groups > 0)}
          rowKey={({ part }) => part}
          totalLabel="Together"
        />
      </Section>
      <Section
        id="compared"
        title={`Every change by ${label}`}
        subtitle={
          compared.groups.length > mostRows
            ? `The ${mostRows} largest changes of ${counted(compared.groups.length, label, plural)}; the CSV has all of them`
            : "From the largest change"
        }
      >
        <DataTable
          label={`Change by ${label}`}
          columns={[
            {
              id: "name",
              header: capitalize(label),
              isRowHeader: true,
              value: (group) => group.label,
              href: (group) => groupHref(group, periods.current),
            },
            {
              id: "later",
              header: "Later",
              help: later,
              kind: "money",
              value: (group) => group.current.net,
              href: (group) => groupHref(group, periods.current),
            },
            {
              id: "earlier",
              header: "Earlier",
              help: before,
              kind: "money",
              value: (group) => group.earlier.net,
              href: (group) => groupHref(group, periods.earlier),
            },
            {
              id: "change",
              header: "Change",
              kind: "money",
              value: (group) => group.change,
              cell: (group) => <SignedMoney cents={group.change} exact />,
            },
            {
              id: "percent",
              header: "In percent",
              kind: "figure",
              value: (group) => ratioOf(group.current.net, group.earlier.net),
              cell: (group) => percentChange(group.current.net, group.earlier.net) ?? <NoRatio />,
            },
            { id: "part", header: "What changed", value: ({ part }) => comparedParts[part] },
          ]}
          rows={compared.groups}
          rowKey={(group) => group.key ?? "no key"}
          sort={tableSort(href("/contracts" as Route, query), by)}
          slice={[0, mostRows]}
        />
        <p className={styles.files}>
          <a href={comparisonFile("csv", query, by)}>All as CSV</a>
          <a href={comparisonFile("json", query, by)}>JSON</a>
        </p>
      </Section>
    </>
  );
}

/** Why two periods cannot be compared. */
export const NoComparison = ({ reason }: { reason: string }) => (
  <Notice title="These periods cannot be compared">
    <p>{reason}</p>
  </Notice>
);

const figuresText = ({ actions, contracts }: { actions: number; contracts: number }) =>
  `${counted(actions, "action")} on ${counted(contracts, "contract")}`;

function changeText(current: Cents, earlier: Cents): string {
  if (current === earlier) return "The same in both periods";
  const percent = percentChange(current, earlier);
  if (percent === null)
    return `${formatMoney(current)} and ${formatMoney(earlier)} have no ratio: one is ${earlier === 0 ? "zero" : "negative"}`;
  const ratio = ratioOf(current, earlier) ?? 0;
  return ratio >= 2 ? `${percent}: ${ratio.toFixed(1)} times as much` : percent;
}

const NoRatio = () => (
  <span className="soft">
    <span aria-hidden="true">–</span>
    <span className="visually-hidden">no ratio to zero or below</span>
  </span>
);

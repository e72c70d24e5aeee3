import type { Metadata, Route } from "next";
import Link from "next/link";
import { Fragment, type ReactNode } from "react";

import { GroupChart } from "@/components/charts/group-chart";
import type { ChartGroup } from "@/components/charts/groups";
import { NewestActions } from "@/components/figures/newest-actions";
import { Figures } from "@/components/ui/figures";
import { Money } from "@/components/ui/money";
import { Notice, ParameterNotice, ProblemNotices } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Scope } from "@/components/ui/scope";
import { Section } from "@/components/ui/section";
import { categoryRule } from "@/lib/contracts/categories";
import { fiscalYear, formatDay, formatMonth, shortDay } from "@/lib/contracts/days";
import type { Group } from "@/lib/contracts/facts";
import { type GroupingName, grouping, type ShownGrouping } from "@/lib/contracts/groupings";
import { counted, formatCount, formatShare } from "@/lib/contracts/money";
import { narrow } from "@/lib/query/narrow";
import { fromPage, parseOnly } from "@/lib/query/parse";
import { change, companyHref, href, type Query, toSearchParams } from "@/lib/query/query";
import { otherSnapshot, touching } from "@/lib/query/touching";
import type { Groups } from "@/lib/store/contracts";
import { openStore, type Store } from "@/lib/store/open";
import { type Overview, overview } from "@/lib/store/overview";

import styles from "./page.module.css";

const scopes: Record<string, { name: string; title: string }> = {
  "7012": { name: "ICE", title: "U.S. Immigration and Customs Enforcement contracts" },
  "7014": { name: "CBP", title: "U.S. Customs and Border Protection contracts" },
  "7012,7014": { name: "ICE and CBP together", title: "Contracts of ICE and CBP" },
};

function scopeOf({ agency }: Query): { name: string; title: string } {
  const codes = agency.join(", ");
  return scopes[agency.join()] ?? { name: `agency ${codes}`, title: `Contracts of agency ${codes}` };
}

/** The parameters that this page keeps to; the others are for lists. */
const kept = ["agency", "grouped", "snapshot"] as const;

export async function generateMetadata({ searchParams }: PageProps<"/">): Promise<Metadata> {
  const { query } = parseOnly(fromPage(await searchParams), kept);
  return {
    title: { absolute: `${scopeOf(query).title} – ICE contracts` },
    alternates: { canonical: href("/", { ...query, snapshot: null }) },
  };
}

/** The overview: the current fiscal year to date beside the last one, by company, month and office. */
export default async function Home({ searchParams }: PageProps<"/">) {
  const { query: named, asked, problems: unread } = parseOnly(fromPage(await searchParams), kept);
  const store = await openStore();
  const problems = [...unread, ...otherSnapshot(named, store.info.id)];
  const query = { ...named, snapshot: null };
  const list = href("/contracts", { ...asked, snapshot: null });
  const found = await overview(store, query);
  const { current, earlier, now, then } = found;
  const { name, title } = scopeOf(query);

  return (
    <>
      <PageHeader
        title={title}
        lede={
          <>
            From {formatDay(found.from)} through {formatDay(found.to)}, {name} obligated{" "}
            <Records query={current}>
              <Money cents={now.net} />
            </Records>{" "}
            (net) on contracts; over the same dates of the fiscal year before,{" "}
            <Records query={earlier}>
              <Money cents={then.net} />
            </Records>
            .
          </>
        }
      >
        <div className={styles.scope}>
          <Scope path="/" query={query} />
          <p>
            Fiscal year {found.fiscalYear} to date ({shortDay(found.from)} – {shortDay(found.to)}) ·{" "}
            <Link href="/data#method" prefetch={false}>
              How a figure here is made
            </Link>
          </p>
        </div>
        <LookUp store={store} query={query} />
      </PageHeader>

      <ParameterNotice
        problems={problems}
        without={href("/", query)}
        list={list === href("/contracts", query) ? null : list}
      />
      <ProblemNotices problems={touching(store.info.problems, current)} />

      {found.actions.length === 0 ? (
        <Notice title={`These records hold no contract action of ${name}`} />
      ) : (
        <Found overview={found} query={query} />
      )}
    </>
  );
}

function Found({ overview: found, query }: { overview: Overview; query: Query }) {
  const { current, earlier, months, newest, now, then } = found;
  const span = `FY${found.fiscalYear} through ${shortDay(found.to)}`;
  const recipients = query.grouped === "no";
  const kind = recipients ? "recipient" : "company";
  const { plural } = grouping(kind);
  const leading = found.companies.groups.reduce((sum, { net }) => sum + net, 0);
  return (
    <>
      <Figures
        figures={[
          {
            label: "Obligated (net)",
            value: (
              <Records query={current}>
                <Money cents={now.net} />
              </Records>
            ),
            note: (
              <>
                <Records query={earlier}>
                  <Money cents={then.net} />
                </Records>{" "}
                by the same date last year
              </>
            ),
          },
          {
            label: "Added · taken back",
            value: (
              <>
                <Records query={change(current, { sign: ["pos"] })}>
                  <Money cents={now.added} />
                </Records>{" "}
                <span className={styles.second}>
                  <Records query={change(current, { sign: ["neg"] })}>
                    <Money cents={now.taken_back} />
                  </Records>
                </span>
              </>
            ),
            note: (
              <>
                in{" "}
                <Records query={change(current, { view: "actions" })}>
                  {counted(now.actions, "contract action")}
                </Records>
                ; <Records query={change(earlier, { view: "actions" })}>{formatCount(then.actions)}</Records>{" "}
                last year
              </>
            ),
          },
          {
            label: recipients ? "Recipients as recorded" : "Companies",
            value: (
              <Records query={change(current, { show: "company" })}>{formatCount(now.companies)}</Records>
            ),
            note: (
              <>
                {now.net > 0 &&
                  `${formatCount(found.companies.groups.length)} of them hold ${formatShare(leading, now.net)}; `}
                <Records query={change(earlier, { show: "company" })}>{formatCount(then.companies)}</Records>{" "}
                last year
              </>
            ),
          },
          {
            label: "Contracts with an action",
            value: <Records query={current}>{formatCount(now.contracts)}</Records>,
            note: (
              <>
                <Records query={earlier}>{formatCount(then.contracts)}</Records> by the same date last year
              </>
            ),
          },
        ]}
      />

      <div className={styles.columns}>
        <GroupChart
          by={kind}
          title={recipients ? "To which recipients is it obligated?" : "Who is it obligated to?"}
          subtitle={
            <>
              Net obligations, {span}, {recipients ? "by recipient as recorded" : "grouped by company"} ·{" "}
              <Link
                href={href("/", change(query, { grouped: recipients ? "yes" : "no" }))}
                prefetch={false}
                scroll={false}
              >
                {recipients ? "group by company" : "as recorded"}
              </Link>
            </>
          }
          groups={linked(found.companies.groups, current, "company")}
          rest={remaining(found.companies, plural)}
          whole={now.net}
          files={[everyOne(current, "company", plural), ...files(current, "company")]}
        />
        <GroupChart
          by="month"
          title="When was it obligated?"
          subtitle={<MonthsSaid groups={found.byMonth} query={months} />}
          groups={linked(found.byMonth, months, "month").map((group) => ({
            ...group,
            past: fiscalYear(`${group.key}-01`) < found.fiscalYear,
          }))}
          unfinished={{ key: found.to.slice(0, 7), through: shortDay(found.to) }}
          whole={now.net}
          files={files(months, "month")}
        />
        <GroupChart
          by="category"
          title="For which products and services?"
          subtitle={`Net obligations by category, ${span}. ${categoryRule}.`}
          groups={linked(found.categories.groups, current, "category")}
          rest={remaining(found.categories, "categories")}
          whole={now.net}
          files={[everyOne(current, "category", "categories"), ...files(current, "category")]}
        />
        <GroupChart
          by="office"
          title="Which office signed?"
          subtitle={`Net obligations by awarding office, ${span}`}
          groups={linked(found.offices.groups, current, "office")}
          rest={remaining(found.offices, "offices")}
          whole={now.net}
          files={[everyOne(current, "office", "offices"), ...files(current, "office")]}
        />
      </div>

      <Section
        title="What is newest?"
        subtitle={
          <>
            Contract actions by the day they were signed. The record of the newest two weeks, since{" "}
            {formatDay(found.fillingInFrom)}, is still filling in.{" "}
            <Link href={href("/contracts", newest)} prefetch={false}>
              All actions, newest first
            </Link>
          </>
        }
      >
        <NewestActions actions={found.actions} agency={query.agency} />
      </Section>
    </>
  );
}

/** Companies that public lists and letters about ICE contracts name, in the order of the alphabet, award or not. */
const lookedUp = [
  "amazon",
  "att",
  "deloitte",
  "google",
  "meta",
  "microsoft",
  "motorola-solutions",
  "openai",
  "palantir",
  "salesforce",
  "thomson-reuters",
];

/** The pages of some companies in one step: what the records say of them, and where they hold nothing. */
function LookUp({ store, query }: { store: Store; query: Query }) {
  const companies = [...store.explanations.company.values()].filter(({ slug }) =>
    lookedUp.includes(slug ?? ""),
  );
  return (
    <p className={styles.lookup}>
      Does a company appear, directly, through a subsidiary, or named in others’ awards? For example{" "}
      {companies.map(({ id, slug, name }) => (
        <Fragment key={id}>
          <Link href={companyHref(slug ?? "", query.agency)} prefetch={false}>
            {name}
          </Link>
          {", "}
        </Fragment>
      ))}
      or{" "}
      <Link href={href("/companies" as Route, query)} prefetch={false}>
        any other
      </Link>
      .
    </p>
  );
}

/** A figure as the door to the records behind it. */
function Records({ query, children }: { query: Query; children: ReactNode }) {
  return (
    <Link href={href("/contracts", query)} prefetch={false}>
      {children}
    </Link>
  );
}

/** What a reader should not miss in the chart of months: the largest. */
function MonthsSaid({ groups, query }: { groups: Group[]; query: Query }) {
  const largest = groups.reduce((one, other) => (other.net > one.net ? other : one));
  const records = narrow(query, "month", largest.key);
  return (
    <>
      By month of signature, the last {groups.length} months
      {largest.key && records && largest.net > 0 && (
        <>
          ; the most in {formatMonth(largest.key)}:{" "}
          <Records query={records}>
            <Money cents={largest.net} />
          </Records>{" "}
          (net)
        </>
      )}
    </>
  );
}

function linked(found: Group[], query: Query, by: GroupingName): ChartGroup[] {
  return found.map((group) => {
    const narrowed = narrow(query, by, group.key);
    return { ...group, href: narrowed && href("/contracts", narrowed) };
  });
}

/** What is left of the groups. It has no door: no filter says "all the others". */
function remaining({ rest }: Groups, plural: string): ChartGroup | null {
  if (!rest) return null;
  const { groups: count, ...figures } = rest;
  return {
    ...figures,
    key: "",
    label: `All other ${plural} (${formatCount(count)})`,
    href: null,
    past: true,
  };
}

/** The way to a chart and table with every group. */
const everyOne = (query: Query, show: ShownGrouping, plural: string) => ({
  label: `All ${plural}`,
  href: href("/contracts", change(query, { show })),
});

function files(query: Query, by: GroupingName): { label: string; href: string }[] {
  const params = toSearchParams(query);
  return [
    { label: "Records as CSV", href: href("/contracts.csv" as Route, change(query, { view: "actions" })) },
    { label: "Groups as JSON", href: `/api/groups?${new URLSearchParams({ by })}&${params}` },
  ];
}

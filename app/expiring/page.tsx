import type { Metadata, Route } from "next";
import type { ReactNode } from "react";
import { DataNotes } from "@/app/data-notes";
import { readPage } from "@/app/read-page";
import { DataChart } from "@/components/charts/data-chart";
import { ExpiringChoices } from "@/components/expiring/expiring-choices";
import { EndingTable } from "@/components/expiring/expiring-table";
import { NoEndDates } from "@/components/expiring/no-end-dates";
import { ActiveFilters } from "@/components/filters/active-filters";
import { EmptyResult } from "@/components/filters/relaxations";
import { Pager } from "@/components/table/pager";
import { Link } from "@/components/ui/link";
import { ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { type Day, formatDay, washingtonDay } from "@/lib/contracts/days";
import { type EndName, ends, withins } from "@/lib/contracts/expiring";
import { counted, formatCount } from "@/lib/contracts/money";
import { pageMetadata } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { emptyResult } from "@/lib/query/empty-result";
import { listedDays } from "@/lib/query/expiring";
import { change, defaults, type Query } from "@/lib/query/query";
import { filterTexts } from "@/lib/query/query-text";
import { filterParts, needsSeveral, relax, relaxedText } from "@/lib/query/relaxation";
import { type EndingChoice, endingRequest } from "@/lib/query/requests";
import {
  canExpire,
  countEndings,
  defaultEnd,
  type Endings,
  endingRows,
  endingWeeks,
  endsKnown,
  hasEnds,
  hasValues,
} from "@/lib/store/expiring";
import { labels } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";

const titles = { ahead: "Contracts ending soon", passed: "Contracts whose end may have passed" };
const path = "/expiring" as Route;
/** The choice of an address, with the end that is listed. */
interface ShownChoice extends EndingChoice {
  end: EndName;
  standard: EndName;
}
const shownChoice = (store: Store, { within, end, passed }: EndingChoice): ShownChoice => ({
  within,
  passed,
  end: end ?? defaultEnd(store),
  standard: defaultEnd(store),
});
const addressOf = (query: Query, { within, end, passed, standard }: ShownChoice, file = path) =>
  endingRequest.href(file, { query, within, end: end === standard ? null : end, passed });

export async function generateMetadata({ searchParams }: PageProps<"/expiring">): Promise<Metadata> {
  return pageMetadata(async () => {
    const { request, store } = await readPage(endingRequest, searchParams);
    const { query } = request;
    const choice = shownChoice(store, request);
    const { within, end, passed } = choice;
    const named = `${end === "words" ? "an" : "a recorded"} ${ends[end].label.toLowerCase()}`;
    const { from, to } = listedDays(choice, washingtonDay(new Date()), store.info.data_through);
    if (passed)
      return {
        title: `${agencyNames(query)} contracts whose end may have passed`,
        description: `${agencyNames(query)} contracts with ${named} from ${formatDay(from)}, through ${formatDay(to)}, since the records end.`,
        address: addressOf(query, choice),
      };
    return {
      title: `${agencyNames(query)} contracts ending in the next ${within} days`,
      description: `${agencyNames(query)} contracts with ${named} within ${within} days.`,
      address: addressOf(query, choice),
    };
  });
}

/** The contracts of a selection whose current, potential or estimated end is near, counted from today. */
export default async function EndingPage({ searchParams }: PageProps<"/expiring">) {
  const { store, request, problems } = await readPage(endingRequest, searchParams);
  const { query } = request;
  const choice = shownChoice(store, request);
  const notice = <ParameterNotice store={store} problems={problems} without={addressOf(query, choice)} />;
  if (!(await canExpire(store))) {
    return (
      <>
        <PageHeader
          title={titles.ahead}
          lede={`These records, through ${formatDay(store.info.data_through)}, have no end date of any contract, and no words that name one from today on, so we cannot list any.`}
        />
        {notice}
        <DataNotes store={store} query={query} />
        <NoEndDates />
      </>
    );
  }
  const offered = [...(hasEnds(store) ? (["current", "potential"] as const) : []), "words" as const];
  return <EndingContent store={store} query={query} choice={choice} offered={offered} notice={notice} />;
}

interface EndingContentProps {
  store: Store;
  query: Query;
  choice: ShownChoice;
  /** The ends that these records have. */
  offered: EndName[];
  notice: ReactNode;
}

function EndingContent({ store, query, choice, offered, notice }: EndingContentProps) {
  const { info } = store;
  const today = washingtonDay(new Date());
  const days = listedDays(choice, today, store.info.data_through);
  const end = ends[choice.end];
  const listed = { store, query, choice, today };
  return (
    <>
      <PageHeader
        title={choice.passed ? titles.passed : titles.ahead}
        lede={
          <>
            <SectionBoundary name="How many contracts end in these days" inline>
              {async () => {
                const { contracts } = await endingWeeks(store, query, days);
                const has = choice.passed ? "had" : contracts === 1 ? "has" : "have";
                return `${counted(contracts, `${agencyNames(query)} contract`)} ${has} ${choice.end === "words" ? "an" : "a recorded"} ${end.label.toLowerCase()} (${end.words}) from ${formatDay(days.from)}, through ${formatDay(days.to)}.`;
              }}
            </SectionBoundary>{" "}
            {choice.passed
              ? `The records go through ${formatDay(info.data_through)}, so what was decided since is not in them yet.`
              : `Counted from ${formatDay(today)}. The records go through ${formatDay(info.data_through)}, so an end may have moved since.`}
            {choice.end === "words" &&
              " No end is recorded for these contracts: each is what the words of an action say, and the government may decide otherwise."}
          </>
        }
      >
        <ChoiceLine>
          <AgencyChoice path="/expiring" query={query} address={(other) => addressOf(other, choice)} />
          <p>
            <a href={addressOf(change(query, {}), choice, "/expiring.ics" as Route)}>Calendar (.ics)</a> ·{" "}
            <a href={addressOf(change(query, {}), choice, "/expiring.csv" as Route)}>CSV</a> ·{" "}
            <a href={addressOf(change(query, {}), choice, "/expiring.json" as Route)}>JSON</a>
          </p>
        </ChoiceLine>
      </PageHeader>
      {notice}
      <ExpiringChoices query={query} choice={choice} standard={choice.standard} offered={offered} />
      <SectionBoundary name="The active filters">
        {async () => {
          const words = filterTexts(query, await labels(store, query));
          return (
            <ActiveFilters
              words={words.filter(({ name }) => name !== "agency")}
              cleared={{ ...defaults("contracts"), agency: query.agency, snapshot: query.snapshot }}
              address={(other) => addressOf(other, choice)}
            />
          );
        }}
      </SectionBoundary>
      <DataNotes store={store} query={query} />
      <p role="status">
        <SectionBoundary name="Of how many contracts an end is known" inline>
          {async () => {
            const known = await endsKnown(store, query, days);
            return choice.end === "words"
              ? estimatesText(known)
              : coverageText(known, end.label.toLowerCase());
          }}
        </SectionBoundary>
      </p>
      {choice.passed === null && (
        <SectionBoundary name="What ended since the records end">{() => PassedEnds(listed)}</SectionBoundary>
      )}
      <SectionBoundary name="How many end in each seven days">{() => WeekChart(listed)}</SectionBoundary>
      <SectionBoundary name="The list of contracts">{() => EndingList(listed)}</SectionBoundary>
    </>
  );
}

interface ListedProps {
  store: Store;
  query: Query;
  choice: ShownChoice;
  today: Day;
}

/** How many contracts had such an end since the records end; nothing without one. */
async function PassedEnds({ store, query, choice, today }: ListedProps) {
  const passed = { ...choice, passed: "yes" } as const;
  const days = listedDays(passed, today, store.info.data_through);
  const contracts = await countEndings(store, query, days);
  if (contracts === 0) return null;
  return (
    <p>
      <Link href={addressOf(change(query, {}), passed)}>
        {counted(contracts, "contract")} had {choice.end === "words" ? "an" : "a recorded"}{" "}
        {ends[choice.end].label.toLowerCase()}
      </Link>{" "}
      from {formatDay(days.from)}, through {formatDay(days.to)}. What was decided since the records end is not
      in them yet.
    </p>
  );
}

/** More bars would be longer than the list. */
const mostWeeks = 27;

/** The number of contracts by week or, if there are none, relaxations. */
async function WeekChart({ store, query, choice, today }: ListedProps) {
  const { contracts, weeks } = await endingWeeks(
    store,
    query,
    listedDays(choice, today, store.info.data_through),
  );
  if (contracts === 0) return NoEndings({ store, query, choice, today });
  if (choice.passed || weeks.length > mostWeeks) return null;
  return (
    <Section
      title="Contracts by week"
      subtitle={`Number of contracts ${choice.end === "words" ? "with an estimated end" : "that end"} in each seven days. Each bar links to its first row.`}
    >
      <DataChart
        title="Contracts that end in each seven days"
        data={{ kind: "counts", noun: "contract", counts: countsByWeek(weeks, query, choice) }}
      />
    </Section>
  );
}

const recordedSubtitle =
  "Options not yet used are the potential value minus the current value, from the newest full-width record. They are not obligated, and the government may never use them. Where the latest action reads as a termination, cancellation, close-out or stop, the row says so.";
const estimatesSubtitle =
  "The words of the newest action that exercises or names an option, or extends the contract. A length is counted from the day of its signature, and an option often begins later. After a later termination or close-out there is no estimate, and where an end is recorded, that one counts.";

async function EndingList({ store, query, choice, today }: ListedProps) {
  const days = listedDays(choice, today, store.info.data_through);
  const [{ contracts }, rows] = await Promise.all([
    endingWeeks(store, query, days),
    endingRows(store, query, days),
  ]);
  if (contracts === 0) return null;
  return (
    <Section
      id="list"
      title={choice.passed ? "Earliest end first" : "Soonest to end first"}
      subtitle={choice.end === "words" ? estimatesSubtitle : recordedSubtitle}
    >
      {rows.length === 0 ? (
        <p>The list ends before this page.</p>
      ) : (
        <EndingTable
          label={choice.passed ? titles.passed : titles.ahead}
          rows={rows}
          end={choice.end}
          hasValues={hasValues(store)}
          snapshot={query.snapshot}
        />
      )}
      <Pager query={query} rows={contracts} address={(other) => addressOf(other, choice)} />
    </Section>
  );
}

/** Relaxations of an empty list: fewer filters, or more days. */
async function NoEndings({ store, query, choice, today }: ListedProps) {
  const further = choice.passed ? [] : withins.filter((within) => within > choice.within);
  const [names, relaxed, windows] = await Promise.all([
    labels(store, query),
    relax(query, filterParts(query), (other) =>
      countEndings(store, other, listedDays(choice, today, store.info.data_through)),
    ),
    Promise.all(
      further.map(async (within) => ({
        words: `in the next ${within} days`,
        href: addressOf(change(query, {}), { ...choice, within }),
        count: await countEndings(
          store,
          query,
          listedDays({ ...choice, within }, today, store.info.data_through),
        ),
      })),
    ),
  ]);
  return (
    <EmptyResult
      title={emptyResult(query, names, relaxed, " ending in these days")}
      needsSeveral={needsSeveral(relaxed)}
      relaxations={[
        ...relaxed.map((one) => ({
          words: relaxedText(one),
          href: addressOf(one.request, choice),
          count: one.count,
        })),
        ...windows.filter(({ count }) => count > 0).slice(0, 1),
      ]}
      noun="contract"
    />
  );
}

function coverageText({ contracts, recorded, usable }: Endings["known"], label: string): string {
  const faulty = recorded - usable;
  return `Of the ${counted(contracts, "contract")} in this selection, ${formatCount(usable)} have a usable ${label} and ${formatCount(contracts - recorded)} have none recorded${
    faulty === 0
      ? ""
      : `. ${formatCount(faulty)} ${faulty === 1 ? "has" : "have"} one that cannot be right (a year outside 1978 to 2099, or a day before the start): the contract’s page shows it as recorded, and this list leaves it out`
  }.`;
}

/** Of how many contracts the words say an end. */
const estimatesText = ({ contracts, usable }: Endings["known"]) =>
  `Of the ${counted(contracts, "contract")} in this selection, ${formatCount(usable)} ${usable === 1 ? "has" : "have"} an end that we can estimate from the words: a last day, or the length of an option or extension after the day on which it was signed. Past estimates are among them.`;

/** The number of contracts of each week, with a link to the first of them in the list. */
function countsByWeek(weeks: Endings["weeks"], query: Query, choice: ShownChoice) {
  let before = 0;
  return weeks.map(({ from, to, contracts: count }, index) => {
    const page = Math.floor(before / query.size) + 1;
    before += count;
    const href = `${addressOf({ ...query, page }, choice)}#week-${index}` as Route;
    const name = from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`;
    return { key: from, name, count, href: count > 0 ? href : null };
  });
}

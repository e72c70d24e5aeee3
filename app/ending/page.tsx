import type { Metadata, Route } from "next";
import type { ReactNode } from "react";

import { Choices } from "@/components/ending/choices";
import { EndingTable } from "@/components/ending/ending-table";
import { NotHere } from "@/components/ending/not-here";
import { Weeks } from "@/components/ending/weeks";
import { NothingFits } from "@/components/table/no-rows";
import { pageLinks } from "@/components/table/page-links";
import { Pager } from "@/components/table/pager";
import { ParameterNotice, ProblemNotices } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Scope, ScopeLine } from "@/components/ui/scope";
import { Section } from "@/components/ui/section";
import { type Day, formatDay } from "@/lib/contracts/days";
import { ends, washingtonDay, withins } from "@/lib/contracts/ending";
import type { Labels } from "@/lib/contracts/facts";
import { counted, formatCount } from "@/lib/contracts/money";
import { pageMetadata } from "@/lib/http/page-metadata";
import { type EndingChoice, endingDays, endingHref, readEnding } from "@/lib/query/ending";
import { nothingWords } from "@/lib/query/nothing-words";
import { fromPage } from "@/lib/query/parse";
import { change, type Query } from "@/lib/query/query";
import { filterParts, isTangled, relax, withoutWords } from "@/lib/query/relaxing";
import { scopeName } from "@/lib/query/scope";
import { otherSnapshot, touching } from "@/lib/query/touching";
import { filterWords } from "@/lib/query/words";
import { countEndings, type Endings, endings, hasEnds, hasValues } from "@/lib/store/ending";
import { labels } from "@/lib/store/facets";
import { openStore, type Store } from "@/lib/store/open";

const title = "Contracts that end soon";

export async function generateMetadata({ searchParams }: PageProps<"/ending">): Promise<Metadata> {
  const { query, choice } = readEnding(fromPage(await searchParams));
  return pageMetadata(async () => ({
    title: `${scopeName(query)} contracts that end in the next ${choice.within} days`,
    description: `Contracts of ${scopeName(query)} whose recorded ${ends[choice.end].label.toLowerCase()} is within ${choice.within} days, as the records have it.`,
    address: endingHref(query, choice),
  }));
}

/** The contracts of any selection whose current or potential end is near. The one list that counts from today. */
export default async function EndingPage({ searchParams }: PageProps<"/ending">) {
  const { query: asked, choice, problems: unread } = readEnding(fromPage(await searchParams));
  const store = await openStore(asked.snapshot);
  const problems = [...unread, ...otherSnapshot(asked, store.info.id)];
  const query = { ...asked, snapshot: store.named };
  const notice = <ParameterNotice store={store} problems={problems} without={endingHref(query, choice)} />;
  if (!hasEnds(store)) {
    return (
      <>
        <PageHeader
          title={title}
          lede={`These records, through ${formatDay(store.info.data_through)}, hold no end date of any contract, so nothing can be listed here.`}
        />
        {notice}
        <NotHere />
      </>
    );
  }
  return <Listed store={store} query={query} choice={choice} notice={notice} />;
}

interface ListedProps {
  store: Store;
  query: Query;
  choice: EndingChoice;
  notice: ReactNode;
}

async function Listed({ store, query, choice, notice }: ListedProps) {
  const { info } = store;
  const today = washingtonDay(new Date());
  const days = endingDays(choice, today);
  const [found, names] = await Promise.all([endings(store, query, days), labels(store, query)]);
  const agencies = query.agency.map((code) => names.agency?.[code] ?? `agency ${code}`).join(" and ");
  const end = ends[choice.end];
  const words = filterWords(query, names).filter(({ name }) => name !== "agency");
  const pages = Math.max(1, Math.ceil(found.contracts / query.size));
  return (
    <>
      <PageHeader
        title={title}
        lede={`${counted(found.contracts, "contract")} of ${agencies} whose recorded ${end.label.toLowerCase()}, ${end.words}, is from ${formatDay(days.from)} through ${formatDay(days.to)}. Counted from ${formatDay(today)}; the records go through ${formatDay(info.data_through)}, so an end may have been moved since.`}
      >
        <ScopeLine>
          <Scope path="/ending" query={query} address={(other) => endingHref(other, choice)} />
          <p>
            <a href={endingHref(change(query, {}), choice, "/ending.ics")}>Calendar (.ics)</a> ·{" "}
            <a href={endingHref(change(query, {}), choice, "/ending.json")}>JSON</a>
          </p>
        </ScopeLine>
      </PageHeader>
      {notice}
      <Choices query={query} choice={choice} words={words} />
      <ProblemNotices problems={touching(info.problems, query)} />
      <p role="status">{coverageWords(found, end.label.toLowerCase())}</p>
      {found.contracts === 0 ? (
        <Nothing store={store} query={query} choice={choice} today={today} names={names} />
      ) : (
        <>
          <Section
            title="How many, by seven days"
            subtitle="Contracts, not money: the figures of contracts are not added up here. Each bar leads to its first row."
          >
            <Weeks weeks={linked(found, query, choice)} />
          </Section>
          <Section
            id="list"
            title="The first to end first"
            subtitle="Options not yet used: the potential value less the current value, as the newest full-width record reports them. They are not obligated, and nobody is bound to use them. Where the latest action reads as a termination, a cancellation, a close-out or a stop, the row says so."
          >
            {found.rows.length === 0 ? (
              <p>The list ends before this page.</p>
            ) : (
              <EndingTable
                label="Contracts that end soon"
                rows={found.rows}
                end={choice.end}
                hasValues={hasValues(store)}
                snapshot={query.snapshot}
              />
            )}
            <Pager
              number={query.page}
              pages={pages}
              size={query.size}
              rows={found.contracts}
              links={pageLinks(query, pages, (other) => endingHref(other, choice))}
            />
          </Section>
        </>
      )}
    </>
  );
}

interface NothingProps {
  store: Store;
  query: Query;
  choice: EndingChoice;
  today: Day;
  names: Labels;
}

/** Where no contract of the selection ends in these days: which filter to leave out, or how far to look ahead. */
async function Nothing({ store, query, choice, today, names }: NothingProps) {
  const further = withins.filter((within) => within > choice.within);
  const [relaxed, windows] = await Promise.all([
    relax(query, filterParts(query), (other) => countEndings(store, other, endingDays(choice, today))),
    Promise.all(
      further.map(async (within) => ({
        words: `in the next ${within} days`,
        href: endingHref(change(query, {}), { ...choice, within }),
        count: await countEndings(store, query, endingDays({ ...choice, within }, today)),
      })),
    ),
  ]);
  return (
    <NothingFits
      title={nothingWords(query, names, relaxed, " that end in these days")}
      isTangled={isTangled(relaxed)}
      ways={[
        ...relaxed.map((one) => ({
          words: withoutWords(one),
          href: endingHref(one.asked, choice),
          count: one.count,
        })),
        ...windows.filter(({ count }) => count > 0).slice(0, 1),
      ]}
      noun="contract"
    />
  );
}

/** Of how many contracts the list could be made at all. */
function coverageWords({ known: { contracts, recorded, usable } }: Endings, label: string): string {
  const faulty = recorded - usable;
  return `Of the ${counted(contracts, "contract")} of this selection ${formatCount(usable)} have a ${label} that can be used; ${formatCount(contracts - recorded)} have none recorded${
    faulty === 0
      ? ""
      : `, and ${formatCount(faulty)} ${faulty === 1 ? "has" : "have"} one that cannot be right (a year outside 1978 to 2099, or a day before the start): these are kept as recorded on the contract’s page and left out here`
  }.`;
}

/** Every week with the address of its first row in the list. */
function linked({ weeks }: Endings, query: Query, choice: EndingChoice) {
  let before = 0;
  return weeks.map((week, index) => {
    const page = Math.floor(before / query.size) + 1;
    before += week.contracts;
    const href = `${endingHref({ ...query, page }, choice)}#week-${index}` as Route;
    return { ...week, href: week.contracts > 0 ? href : null };
  });
}

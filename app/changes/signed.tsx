import type { Route } from "next";
import { ListFiles } from "@/components/changes/list-files";
import { OtherDates } from "@/components/company/window-choice";
import { NewCompanies, NewContracts, RecentActions } from "@/components/figures/recent";
import { RecordsLink, RecordsSum } from "@/components/figures/records-link";
import { InlineChoice } from "@/components/ui/joined";
import { type KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, PageHeader } from "@/components/ui/page-header";
import { type LookBack, lookBacks } from "@/lib/contracts/changes";
import { daysBefore, formatDay } from "@/lib/contracts/days";
import { counted, formatCount, roundedMoney } from "@/lib/contracts/money";
import { netText } from "@/lib/contracts/text";
import { weekDays, weekText } from "@/lib/contracts/weeks";
import { beyondRecords, scopeOf, spanText } from "@/lib/findings/scope";
import { yearToDateFinding } from "@/lib/findings/year-to-date";
import { agencyNames } from "@/lib/query/agency-names";
import { changesOf } from "@/lib/query/changes";
import { weekPage } from "@/lib/query/pages";
import { change, defaults, href, type Query } from "@/lib/query/query";
import type { Labels } from "@/lib/query/query-text";
import { type WhatsNewRequest, weekRequest, whatsNewRequest } from "@/lib/query/requests";
import { isWindowed } from "@/lib/query/window-presets";
import type { Store } from "@/lib/store/open";
import { fillingInDays, type KindFound, type Signed } from "@/lib/store/recent";
import { latestWeeks } from "@/lib/store/week";

/** The days of a request that names none. */
const defaultDays = 30;

/** The last days that a request looks back on; `null` if it names a window instead. */
export const daysOf = ({ days, query }: WhatsNewRequest): LookBack | null =>
  days ?? (isWindowed(query) ? null : defaultDays);

interface SignedProps {
  store: Store;
  request: WhatsNewRequest;
  found: Signed;
}

const addressOf =
  (request: WhatsNewRequest) =>
  (other: Partial<WhatsNewRequest>): Route =>
    whatsNewRequest.href("/changes", { ...changesOf(request.query), days: request.days, ...other });

/** The finding of what was signed, and the choice of days. `hasHistory`: there is a list of what changed in the records. */
export function SignedHeader({
  store,
  request,
  found,
  names,
  hasHistory,
}: SignedProps & { names: Labels; hasHistory: boolean }) {
  const { query } = request;
  const days = daysOf(request);
  const address = addressOf(request);
  const whole = change(query, { from: null, to: null });
  const [week = ""] = latestWeeks(store);
  const weekSpan = weekDays(week);
  return (
    <PageHeader title={titleOf(found, store, names)}>
      <ChoiceLine>
        <AgencyChoice
          path="/changes"
          query={query}
          address={(other) => address({ query: change(other, { page: 1 }) })}
        />
        <p>
          Signed in the last{" "}
          <InlineChoice
            choices={lookBacks.map((count) => ({
              label: String(count),
              name: `Signed in the last ${count} days`,
              href: address({ days: count, query: whole }),
              isChosen: count === days,
            }))}
          />{" "}
          days{days !== null && `, through ${formatDay(found.to)}`}.
          {isFillingIn(found, store) && " The newest two weeks were still being reported."}
        </p>
        <OtherDates path="/changes" query={query} days={store.info} isOpen={isWindowed(query)} />
      </ChoiceLine>
      <ChoiceLine>
        <p className="no-print">
          {weekSpan && (
            <>
              By week: <Link href={weekPage(week, query)}>{weekText(weekSpan)}</Link> (
              <a href={weekRequest.href("/weeks.atom", { query: weekQuery(query) })}>Atom</a>,{" "}
              <a href={weekRequest.href("/weeks.json", { query: weekQuery(query) })}>JSON Feed</a>)
            </>
          )}
          {hasHistory && (
            <>
              {" · "}
              <Link href={`${address({ days: null })}#records` as Route}>What changed in the records</Link>
            </>
          )}
        </p>
      </ChoiceLine>
    </PageHeader>
  );
}

const weekQuery = ({ agency, snapshot }: Query) => ({ ...defaults("contracts"), agency, snapshot });

const titleOf = ({ query, all }: Signed, { info }: Store, names: Labels): string => {
  const scope = scopeOf(query, info, names);
  return all.actions === 0
    ? `What’s new in ${scope.who} contracts`
    : yearToDateFinding(scope, scope.when, { now: all.net, earlier: null });
};

const isFillingIn = ({ to }: Signed, { info }: Store) => to > daysBefore(info.data_through, fillingInDays);

/** The figures of what was signed, each with its records, and the lists behind them. */
export function SignedLists({ store, request, found }: SignedProps) {
  const { all, fresh, from, to, newQuery, kinds } = found;
  const { query } = request;
  const days = daysOf(request);
  const window = { from, to, isFillingIn: isFillingIn(found, store) };
  if (all.actions === 0) return <NothingSigned found={found} store={store} request={request} />;
  const last = days === null ? "" : ` of the last ${days} days`;
  const kindFigure = (label: string, { query: selected, all: figures }: KindFound): KeyFigure => ({
    label,
    value: <RecordsLink query={selected}>{formatCount(figures.actions)}</RecordsLink>,
    note: figures.actions > 0 ? netText(figures.net, roundedMoney) : "by the words of their descriptions",
  });
  const kindLists = [
    ["Options exercised", kinds.options],
    ["Terminated or canceled", kinds.ended],
    ["Closed out", kinds.closed],
  ] as const;
  return (
    <>
      <KeyFigures
        figures={[
          {
            label: "Obligated (net)",
            value: <RecordsSum query={found.query} cents={all.net} />,
            note: (
              <>
                in{" "}
                <RecordsLink query={change(found.query, { view: "actions" })}>
                  {counted(all.actions, "contract action")}
                </RecordsLink>{" "}
                on {counted(all.contracts, "contract")}
              </>
            ),
          },
          {
            label: "New contracts",
            value: <RecordsLink query={newQuery}>{formatCount(fresh.contracts)}</RecordsLink>,
            note: netText(fresh.net, roundedMoney),
          },
          {
            label: "Added",
            value: <RecordsSum query={change(found.query, { sign: ["pos"] })} cents={all.added} />,
            note: "new contracts included",
          },
          {
            label: "Taken back",
            value: <RecordsSum query={change(found.query, { sign: ["neg"] })} cents={all.taken_back} />,
          },
          ...kindLists.map(([label, kind]) => kindFigure(label, kind)),
        ]}
      />
      <NewContracts
        title={`Largest new contracts${last}`}
        contracts={found.contracts}
        count={fresh.contracts}
        query={newQuery}
        {...window}
      >
        <ListFiles query={newQuery} />
      </NewContracts>
      <RecentActions
        title={`Largest additions${last}`}
        all="All, from the largest"
        actions={found.largest}
        query={found.largestQuery}
        {...window}
      >
        <ListFiles query={found.largestQuery} />
      </RecentActions>
      <RecentActions
        title={days === null ? "Most taken back" : `Most taken back in the last ${days} days`}
        all="All that was taken back"
        actions={found.takenBack}
        query={found.takenBackQuery}
        {...window}
      >
        <ListFiles query={found.takenBackQuery} />
      </RecentActions>
      {kindLists.map(([label, kind]) => (
        <RecentActions
          key={label}
          title={`${label}${days === null ? "" : ` in the last ${days} days`}`}
          all={`All ${formatCount(kind.all.actions)}`}
          actions={kind.actions}
          query={kind.query}
          {...window}
        >
          <ListFiles query={kind.query} />
        </RecentActions>
      ))}
      <NewCompanies
        title={`New companies${last}`}
        companies={found.companies}
        count={found.newCompanies}
        query={query}
        who={agencyNames(query)}
        began={store.info.data_from}
        {...window}
      />
    </>
  );
}

function NothingSigned({ store, request, found }: SignedProps) {
  const { query } = request;
  const days = daysOf(request);
  const plain = change(defaults("contracts"), { agency: query.agency, snapshot: query.snapshot });
  const longest = lookBacks[2];
  const address = addressOf(request);
  const when = days === null ? spanText(found.query, store.info) : `these ${days} days`;
  return (
    <Notice
      title={
        beyondRecords(found.query, store.info) ??
        `No contract action by ${agencyNames(query)} in ${when} matches`
      }
    >
      <p>
        {days !== longest && (
          <>
            <Link href={address({ days: longest, query: change(query, { from: null, to: null }) })}>
              The last {longest} days
            </Link>
            {" · "}
          </>
        )}
        <Link href={address({ query: plain })}>Without filters</Link>
        {" · "}
        <Link href={href("/contracts", change(query, { from: null, to: null }))}>
          This selection over all dates
        </Link>
      </p>
    </Notice>
  );
}

import type { Route } from "next";
import { DataNotes } from "@/app/data-notes";
import { NewCompanies, NewContracts, RecentActions } from "@/components/figures/recent";
import { RecordsLink, RecordsSum } from "@/components/figures/records-link";
import { ActiveFilters } from "@/components/filters/active-filters";
import { InlineChoice } from "@/components/ui/joined";
import { KeyFigures } from "@/components/ui/key-figures";
import { Link } from "@/components/ui/link";
import { Notice, ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, PageHeader } from "@/components/ui/page-header";
import { lookBacks } from "@/lib/contracts/changes";
import { formatDay } from "@/lib/contracts/days";
import { counted, formatCount, roundedMoney } from "@/lib/contracts/money";
import { netText } from "@/lib/contracts/text";
import { scopeOf } from "@/lib/findings/scope";
import { yearToDateFinding } from "@/lib/findings/year-to-date";
import { agencyNames } from "@/lib/query/agency-names";
import { changesOf } from "@/lib/query/changes";
import type { ParameterProblem } from "@/lib/query/parameters";
import { change, defaults, href, type Query } from "@/lib/query/query";
import { filterTexts, type Labels } from "@/lib/query/query-text";
import { changesRequest, type WhatsNewRequest, whatsNewRequest } from "@/lib/query/requests";
import type { Store } from "@/lib/store/open";
import { type SignedLately, signedLately } from "@/lib/store/recent";

/** The days of a request that names none. */
const defaultDays = 30;
const shown = 10;

interface LatelySignedProps {
  store: Store;
  request: WhatsNewRequest;
  problems: ParameterProblem[];
  names: Labels;
  /** Whether there is a list of what changed between snapshots. */
  hasHistory: boolean;
}

/** What was signed in the last days of the records: what is new where there is no earlier snapshot to compare with. */
export async function LatelySigned({ store, request, problems, names, hasHistory }: LatelySignedProps) {
  const { query } = request;
  const days = request.days ?? defaultDays;
  const address = (other: Partial<WhatsNewRequest>): Route =>
    whatsNewRequest.href("/changes", { ...changesOf(query), days: request.days, ...other });
  const found = await signedLately(store, query, { days, shown });
  const changed = changesOf(query);
  return (
    <>
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
                href: address({ days: count }),
                isChosen: count === days,
              }))}
            />{" "}
            days, through {formatDay(found.to)}. The newest two weeks are still being reported.
          </p>
          <p>
            {hasHistory && (
              <>
                <Link href={changesRequest.href("/changes", changed)}>What changed in the records</Link>
                {" · "}
              </>
            )}
            Follow what the next update brings:{" "}
            <a href={changesRequest.href("/changes.atom", changed)}>Atom</a> ·{" "}
            <a href={changesRequest.href("/changes.json", changed)}>JSON Feed</a>
          </p>
        </ChoiceLine>
      </PageHeader>
      <ParameterNotice store={store} problems={problems} without={address({})} />
      <DataNotes store={store} query={found.query} />
      <ActiveFilters
        words={filterTexts(query, names).filter(({ name }) => name !== "agency")}
        address={(other) => address({ query: other })}
      />
      {found.all.actions === 0 ? (
        <NothingSigned query={query} days={days} address={address} />
      ) : (
        <Lists found={found} store={store} query={query} days={days} />
      )}
    </>
  );
}

const titleOf = ({ query, all }: SignedLately, { info }: Store, names: Labels): string => {
  const scope = scopeOf(query, info, names);
  return all.actions === 0
    ? `What’s new in ${scope.who} contracts`
    : yearToDateFinding(scope, scope.when, { now: all.net, earlier: null });
};

interface ListsProps extends Pick<LatelySignedProps, "store"> {
  found: SignedLately;
  query: Query;
  days: number;
}

function Lists({ found, store, query, days }: ListsProps) {
  const { all, fresh, from, to, newQuery } = found;
  const window = { from, to };
  const last = `of the last ${days} days`;
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
        ]}
      />
      <NewContracts
        title={`Largest new contracts ${last}`}
        contracts={found.contracts}
        count={fresh.contracts}
        query={newQuery}
        {...window}
      />
      <RecentActions
        title={`Largest additions ${last}`}
        all="All, from the largest"
        actions={found.largest}
        query={found.largestQuery}
        {...window}
      />
      <RecentActions
        title={`Most taken back in the last ${days} days`}
        all="All that was taken back"
        actions={found.takenBack}
        query={found.takenBackQuery}
        {...window}
      />
      <NewCompanies
        title={`New companies ${last}`}
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

interface NothingSignedProps {
  query: Query;
  days: number;
  address: (other: Partial<WhatsNewRequest>) => Route;
}

function NothingSigned({ query, days, address }: NothingSignedProps) {
  const plain = change(defaults("contracts"), { agency: query.agency, snapshot: query.snapshot });
  const longest = lookBacks[2];
  return (
    <Notice title={`No contract action by ${agencyNames(query)} in these ${days} days matches`}>
      <p>
        {days < longest && (
          <>
            <Link href={address({ days: longest })}>The last {longest} days</Link>
            {" · "}
          </>
        )}
        <Link href={address({ query: plain })}>Without filters</Link>
        {" · "}
        <Link href={href("/contracts", query)}>This selection over all dates</Link>
      </p>
    </Notice>
  );
}

import type { Route } from "next";
import { ownedRemark } from "@/app/companies/[slug]/company-lede";
import { NamingContracts } from "@/app/naming-contracts";
import { GroupChart } from "@/components/charts/group-chart";
import { remaining, withLinks } from "@/components/charts/links";
import { unfinishedPeriod } from "@/components/charts/time";
import { CheckSection } from "@/components/company/check";
import { ContractList, LargestActions, SummaryContracts } from "@/components/company/contract-lists";
import { MentionHolders } from "@/components/company/mention-holders";
import { RecipientsTable } from "@/components/company/recipients-table";
import { Standings } from "@/components/company/standings";
import { EndingTable } from "@/components/expiring/expiring-table";
import { ReportsTable, reportsCaveat } from "@/components/subcontracts/subcontracts";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { mentionsLead } from "@/lib/contracts/companies";
import { type Day, formatDay, washingtonDay } from "@/lib/contracts/days";
import { counted, formatCount } from "@/lib/contracts/money";
import { noNamedEnd } from "@/lib/findings/brief";
import { spanText } from "@/lib/findings/scope";
import { agencyNames } from "@/lib/query/agency-names";
import { endingDays } from "@/lib/query/expiring";
import { companyPage } from "@/lib/query/pages";
import { change, defaults, groupsByCompany, href, type Query } from "@/lib/query/query";
import { endingRequest, subcontractsRequest } from "@/lib/query/requests";
import { tableSort } from "@/lib/query/table-sort";
import { isWindowed, periodOfWindow } from "@/lib/query/window-presets";
import { windowOf } from "@/lib/query/windows";
import { companyLists, type WholeCompany } from "@/lib/store/company";
import { firstGroups, periods } from "@/lib/store/contracts";
import { comingUp, defaultEnd, endings, hasEnds, hasValues } from "@/lib/store/expiring";
import { codeNames } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";
import { sameDates } from "@/lib/store/overview";
import { listSubawards, subawardCoverage } from "@/lib/store/subawards";
import { companyCitation } from "./citation";

const limits = {
  ending: 8,
  recent: 15,
  largest: 6,
  products: 8,
  holders: 8,
  mentions: 8,
  recipients: 12,
  awards: 40,
  subcontracts: 12,
};

/** The sections of a company with actions in the records and the window. */
export async function CompanyRecords({
  store,
  found,
  query,
  page,
}: {
  store: Store;
  found: WholeCompany;
  query: Query;
  /** The address of the page. */
  page: Route;
}) {
  const { company, selected, years, recipients, named } = found;
  if (selected.totals.actions === 0) return <OnlySubsidiaries {...{ found, query, store, page }} />;
  const { info } = store;
  const span = spanText(query, info);
  const { office } = codeNames(store);
  const by = periodOfWindow(windowOf(query, info));
  const [{ recent, largest, products }, dates, periodGroups, citation] = await Promise.all([
    companyLists(store, selected.query, { ...limits, recent: limits.awards }),
    sameDates(store, selected.query),
    by === "month" ? periods(store, selected.query, by) : years,
    companyCitation(store, found, query),
  ]);
  const names = { company: { [company.slug]: company.name } };
  const all = selected.totals;
  const mentions = <CompanyMentionHolders found={found} store={store} page={page} />;
  const isNamedFirst = mentionsLead(found.total.totals, named?.totals ?? null);
  return (
    <>
      {isNamedFirst && mentions}
      <GroupChart
        by={by}
        subtitle={`Net obligations by ${by === "month" ? "month signed" : "fiscal year (Oct. 1 to Sept. 30)"}, ${span}${ownedRemark(found, query)}`}
        groups={withLinks(periodGroups, selected.query, by)}
        query={selected.query}
        page={page}
        days={info}
        about={{ names, sameDates: dates }}
      />
      <Section
        id="for"
        title="What the contracts are for, in the record’s words"
        subtitle="Descriptions of the largest actions as recorded, then products and services."
      >
        <LargestActions actions={largest} snapshot={query.snapshot} />
        <GroupChart
          by="psc"
          level={3}
          subtitle={`Net obligations by recorded product or service, ${span}`}
          query={selected.query}
          page={page}
          days={info}
          about={{ names }}
          groups={withLinks(products.groups, selected.query, "psc")}
          rest={remaining(products.rest, "psc")}
          whole={all.net}
        />
      </Section>
      <Section
        id="contracts"
        title="Contracts, recently active first"
        subtitle={
          <>
            Sorted by latest action.
            {isWindowed(query) && " Dollars are of the actions in this window."}
            {!hasEnds(store) && " These records have no end dates or future options."}{" "}
            <Link href={href("/contracts", { ...selected.query, sort: "-last_action" })}>
              All {counted(all.contracts, "contract")}
            </Link>
          </>
        }
      >
        <ContractList
          label="Contracts of this company, recently active first"
          limit={limits.recent}
          contracts={recent}
          snapshot={query.snapshot}
          offices={office}
          sort={tableSort(page, "contracts", "-last_action")}
        />
      </Section>
      <SectionBoundary name="Contracts ending soon">
        {() => CompanyEndings({ store, query: change(selected.query, { from: null, to: null }), page })}
      </SectionBoundary>
      <SummaryContracts
        contracts={found.summarized}
        snapshot={query.snapshot}
        sort={tableSort(page, "summaries")}
      />
      {!isNamedFirst && mentions}
      <CompanySubcontracts found={found} query={query} store={store} page={page} />
      <Section
        id="standing"
        title="Rank and share"
        subtitle={
          groupsByCompany(query)
            ? `Among all companies with an action in the year${isWindowed(query) ? " and this window" : ""}, by net obligations from the same agency${ownedRemark(found, query)}.`
            : "Only the whole group has a rank. Include subsidiaries to see it."
        }
      >
        <Standings
          years={years}
          query={selected.query}
          unfinished={unfinishedPeriod("fiscal_year", info.data_through)}
          sort={tableSort(page, "standing", "-fiscal_year")}
        />
      </Section>
      <CompanyRecipients found={found} page={page} />
      <CheckSection
        company={company}
        query={selected.query}
        contracts={recent}
        all={all.contracts}
        ueis={recipients.flatMap(({ uei }) => uei ?? [])}
        citation={`${citation.text} ${citation.address}`}
      />
    </>
  );
}

interface CompanyEndingsProps {
  store: Store;
  query: Query;
  page: Route;
}

async function CompanyEndings({ store, query, page }: CompanyEndingsProps) {
  const today = washingtonDay(new Date());
  const listed = { ...query, size: limits.ending };
  if (!hasEnds(store)) return CompanyEstimates({ store, query: listed, today, page });
  const choice = { within: 180, end: "current" } as const;
  const found = await endings(store, listed, endingDays(choice, today));
  return (
    <Section
      id="ending"
      title={`Contracts that end within ${choice.within} days`}
      subtitle={
        <>
          By recorded current end, counted from {formatDay(today)}. The records go through{" "}
          {formatDay(store.info.data_through)}, so an end may have moved since.{" "}
          <Link href={endingRequest.href("/expiring", { query, within: choice.within })}>
            {found.contracts > 0
              ? `All ${counted(found.contracts, "contract")}, with options`
              : "Contracts ending soon"}
          </Link>
          {" · "}
          <a href={endingRequest.href("/expiring.ics", { query, within: choice.within })}>Calendar (.ics)</a>
        </>
      }
    >
      {found.contracts === 0 ? (
        <p>
          Of the contracts with a usable current end ({formatCount(found.known.usable)}), none ends in this
          time. Without one: {formatCount(found.known.contracts - found.known.usable)}.
        </p>
      ) : (
        <EndingTable
          label="Contracts of this company that end soon"
          rows={found.rows}
          end={choice.end}
          hasValues={hasValues(store)}
          snapshot={query.snapshot}
          sort={found.contracts > limits.ending ? undefined : tableSort(page, "ending", "days_left")}
        />
      )}
    </Section>
  );
}

/** What comes up where no end is recorded: ends that are estimated from words; nothing if there are none. */
async function CompanyEstimates({ store, query, today, page }: CompanyEndingsProps & { today: Day }) {
  const choice = { within: 365, end: "words" } as const;
  const { contracts, rows } = await endings(store, query, endingDays(choice, today));
  if (contracts === 0) return null;
  const address = { query, within: choice.within };
  return (
    <Section
      id="ending"
      title={`Contracts with an estimated end within ${choice.within} days`}
      subtitle={
        <>
          No end is recorded here: each is estimated from the words of an action, counted from{" "}
          {formatDay(today)}.{" "}
          <Link href={endingRequest.href("/expiring", address)}>All {counted(contracts, "contract")}</Link>
          {" · "}
          <a href={endingRequest.href("/expiring.ics", address)}>Calendar (.ics)</a>
        </>
      }
    >
      <EndingTable
        label="Contracts of this company with an estimated end"
        rows={rows}
        end={choice.end}
        hasValues={false}
        snapshot={query.snapshot}
        sort={contracts > limits.ending ? undefined : tableSort(page, "ending", "days_left")}
      />
    </Section>
  );
}

/** What a part of the page of a company is made from. */
interface PartProps {
  found: WholeCompany;
  query: Query;
  store: Store;
  page: Route;
}

/** The sections if subsidiaries are left out and all awards are theirs. */
function OnlySubsidiaries({ found, query, store, page }: PartProps) {
  const { company } = found;
  return (
    <>
      <Notice title={`No action here is with ${company.name} itself`}>
        <p>
          All are with its subsidiaries.{" "}
          <Link href={companyPage(company.slug, change(query, { grouped: "yes" }))}>
            Lists and charts with subsidiaries
          </Link>
        </p>
      </Notice>
      <CompanyMentionHolders found={found} store={store} page={page} />
      <CompanySubcontracts found={found} query={query} store={store} page={page} />
      <CompanyRecipients found={found} page={page} />
    </>
  );
}

/** The list of the reports that name a company as a subcontractor. */
export const reportsOf = ({ company }: WholeCompany, { agency, from, to, snapshot }: Query): Route =>
  subcontractsRequest.href("/subcontracts" as Route, {
    query: change(defaults("contracts"), { company: [company.slug], agency, from, to, snapshot }),
  });

/** The newest reports that name the company as a subcontractor. */
export function CompanySubcontracts({ found, query, store, page }: PartProps) {
  const { company, subcontracts } = found;
  if (!subcontracts?.reports) return null;
  const { agency, from, to, snapshot } = query;
  const isWhole = subcontracts.reports <= limits.subcontracts;
  return (
    <SectionBoundary name="Reported as a subcontractor">
      {async () => {
        const chosen = change(defaults("contracts"), { company: [company.slug], agency, from, to });
        const selection = { query: chosen, contract: null, prime: null };
        const [coverage, rows] = await Promise.all([
          subawardCoverage(store),
          listSubawards(store, selection, { size: limits.subcontracts, number: 1 }),
        ]);
        return (
          <Section
            id="subcontracts"
            title={`Reported as a subcontractor under ${agencyNames(query)} awards`}
            subtitle={
              <>
                {coverage && reportsCaveat(coverage)}{" "}
                <Link href={reportsOf(found, query)}>
                  {isWhole ? "This list with its files" : `All ${counted(subcontracts.reports, "report")}`}
                </Link>
              </>
            }
          >
            <ReportsTable
              label="Reports of subcontracts of this company"
              rows={rows}
              snapshot={snapshot}
              sort={isWhole ? tableSort(page, "subcontracts", "-signed") : undefined}
            />
          </Section>
        );
      }}
    </SectionBoundary>
  );
}

export function CompanyRecipients({
  found: { recipients, selected },
  page,
}: {
  found: WholeCompany;
  page: Route;
}) {
  if (recipients.length === 0) return null;
  return (
    <Section
      id="recipients"
      title={`Recipients in this group (${formatCount(recipients.length)})`}
      subtitle="Names recorded for this company, grouped by current owner. Awards from before an acquisition count too. Where the start of ownership is known, they are also shown separately. The grouping is ours, not the record’s."
    >
      <RecipientsTable
        recipients={recipients}
        scope={change(selected.query, { company: [], grouped: "yes" })}
        sort={tableSort(page, "recipients")}
      />
    </Section>
  );
}

interface CompanyMentionHoldersProps {
  found: WholeCompany;
  store: Store;
  page: Route;
}

/** What others' awards that name the company come to, by holder, and the largest contracts among them. */
export function CompanyMentionHolders({ found, store, page }: CompanyMentionHoldersProps) {
  const { company, named, total } = found;
  if (!named) return null;
  const { groups: first, rest } = firstGroups(named.holders.groups, limits.holders);
  return (
    <>
      <MentionHolders
        company={company}
        named={named}
        page={page}
        holders={withLinks(first, named.query, "company")}
        rest={remaining(rest, "company")}
        days={store.info}
      >
        <SectionBoundary name="Contracts that name the company">
          {() =>
            NamingContracts({
              store,
              query: named.query,
              page,
              table: "mentions",
              most: limits.mentions,
              of: named.totals.contracts,
              caption: `The largest ${Math.min(limits.mentions, named.totals.contracts)} of ${counted(named.totals.contracts, "contract")} with an action that is counted.`,
            })
          }
        </SectionBoundary>
      </MentionHolders>
      {mentionsLead(total.totals, named.totals) && (
        <SectionBoundary name="Ends of contracts that name the company">
          {() =>
            MentionEndings({
              store,
              name: company.name,
              query: change(named.query, { from: null, to: null }),
            })
          }
        </SectionBoundary>
      )}
    </>
  );
}

/** What comes up of the awards of others that name a company, whatever the window of the page. */
async function MentionEndings({ store, name, query }: { store: Store; name: string; query: Query }) {
  const { contracts, rows, within, end, known } = await comingUp(store, { ...query, size: limits.ending });
  const address = { query, within, end: end === defaultEnd(store) ? null : end };
  return (
    <Section
      id="named-ending"
      title={`When contracts that name ${name} end`}
      subtitle={
        contracts > 0 && (
          <>
            {end === "words"
              ? "No end is recorded here: each is estimated from the words of an action"
              : "By recorded current end"}
            , in the next {within} days from {formatDay(washingtonDay(new Date()))}.{" "}
            <Link href={endingRequest.href("/expiring", address)}>All {counted(contracts, "contract")}</Link>
            {" · "}
            <a href={endingRequest.href("/expiring.ics", address)}>Calendar (.ics)</a>
          </>
        )
      }
    >
      {contracts === 0 ? (
        <p>{noNamedEnd({ within, isEstimated: end === "words", known })}</p>
      ) : (
        <EndingTable
          label={`Contracts that name ${name}, by end`}
          rows={rows}
          end={end}
          hasValues={end !== "words" && hasValues(store)}
          snapshot={query.snapshot}
        />
      )}
    </Section>
  );
}

import type { Route } from "next";
import type { ReactNode } from "react";
import { DataNotes } from "@/app/data-notes";
import { Breadcrumbs, Colophon } from "@/app/page-frame";
import { ActionsTable, KindMeanings } from "@/components/contract/actions-table";
import { AwardFactsSection } from "@/components/contract/award-facts";
import { ContractFacts, FundingNote } from "@/components/contract/contract-facts";
import { NamedInDescriptions } from "@/components/contract/named-in-descriptions";
import {
  awardUrl,
  citation,
  OfficialRecord,
  officialRecord,
  RawRecord,
  recordsRequest,
} from "@/components/contract/official-record";
import { Siblings, SuggestedOrders } from "@/components/contract/other-orders";
import { RunningTotal } from "@/components/contract/running-total";
import { Facts } from "@/components/figures/facts";
import { sumFigures } from "@/components/figures/records-link";
import { ContractSubcontractors } from "@/components/subcontracts/contract-subcontractors";
import { CopyText } from "@/components/ui/copy-text";
import { KeyFigures } from "@/components/ui/key-figures";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { RecordedText } from "@/components/ui/recorded-text";
import { Section } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { recordedIn } from "@/lib/contracts/columns";
import { type Day, daysBefore, formatDay } from "@/lib/contracts/days";
import { formatCount } from "@/lib/contracts/money";
import { readableName } from "@/lib/contracts/recorded-name";
import type { ContractRow, SummarizedContract } from "@/lib/contracts/rows";
import { suggestionLimits } from "@/lib/contracts/shared-words";
import { factsOfContracts } from "@/lib/contracts/snapshots";
import { netText } from "@/lib/contracts/text";
import { agencyName } from "@/lib/query/agency-names";
import type { Sign } from "@/lib/query/filters";
import { contractPage } from "@/lib/query/pages";
import { change, defaults, href, type Query } from "@/lib/query/query";
import { tableSort } from "@/lib/query/table-sort";
import { ownedSince } from "@/lib/store/company";
import {
  brandsNamed,
  type FoundContract,
  factsAsOf,
  type KnownFromSummary,
  placesNamed,
  siblingsOf,
} from "@/lib/store/contract";
import { listContracts, totals } from "@/lib/store/contracts";
import { codeNamer } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";
import { storedSources } from "@/lib/store/report";
import { contractSubawards } from "@/lib/store/subawards";
import { suggestions } from "@/lib/store/suggested";
import { vehicleOf } from "@/lib/store/vehicles";
import styles from "./page.module.css";

/** The maximum number of excluded contracts, so that the address stays short. */
const maxExcluded = 15;

/**
 * The query that lists a contract's actions: a search for its PIID without the contracts whose descriptions contain it. `others`
 * counts the actions of other contracts that remain.
 */
async function actionsAsFile(
  store: Store,
  { piid, agency, actions }: ContractRow,
): Promise<{ query: Query; others: number }> {
  const search = (q: string) =>
    change(defaults("actions"), { q, agency: [agency], sort: "action_date", snapshot: store.named });
  const plain = search(`"${piid}"`);
  const found = await totals(store, plain);
  if (found.contracts === 1) return { query: plain, others: 0 };

  const naming = await listContracts(store, change(plain, { view: "contracts", size: maxExcluded + 1 }));
  const excluded = naming.filter((other) => other.piid !== piid).slice(0, maxExcluded);
  const less = search([`"${piid}"`, ...excluded.map((other) => `-"${other.piid}"`)].join(" "));
  const left = await totals(store, less);
  return left.contracts === 1 && left.actions === actions
    ? { query: less, others: 0 }
    : { query: plain, others: found.actions - actions };
}

interface ViewProps {
  store: Store;
  today: Day;
  notice: ReactNode;
  /** The address of the page. */
  page: Route;
}

interface FrameProps extends Pick<ViewProps, "store" | "notice"> {
  contract: ContractRow | SummarizedContract;
  /** The sentence under the title. */
  lede: string;
  /** What can be copied, downloaded and looked up. */
  links?: ReactNode;
  children: ReactNode;
}

const notReportedRecipient = "a recipient that is not reported";

/** What the page of every contract has around its parts. */
function Frame({ store, contract, lede, links, notice, children }: FrameProps) {
  const { named: snapshot } = store;
  const title = `${contract.piid}, ${contract.company.name}`;
  const crumbs = [{ label: "Contracts", href: href("/contracts", { ...defaults("contracts"), snapshot }) }];
  return (
    <article className={styles.contract}>
      <PageHeader
        crumbs={crumbs}
        title={
          <>
            {contract.company.name}
            {contract.purpose !== null && (
              <>
                <span className="visually-hidden">: </span>
                <RecordedText text={contract.purpose} lines={2} className={styles.purpose} />
              </>
            )}
          </>
        }
        lede={lede}
      >
        <div className={styles.links}>
          <span>
            Contract <strong>{contract.piid}</strong> <CopyText text={contract.piid} label="Copy" />
          </span>
          {links}
        </div>
      </PageHeader>
      <Breadcrumbs crumbs={crumbs} title={title} />
      {notice}
      {children}
      <Colophon address={contractPage(contract.key, { snapshot })} info={store.info} />
    </article>
  );
}

interface PartProps extends Pick<ViewProps, "store"> {
  id: FoundContract["id"];
  contract: ContractRow | SummarizedContract;
}

const WholeAward = ({ store, id, contract, today }: PartProps & Pick<ViewProps, "today">) => (
  <SectionBoundary name="What is reported for the whole award">
    {async () => {
      const asOf = await factsAsOf(store, id);
      return (
        <AwardFactsSection
          contract={contract}
          // Reports of subcontracts bring facts of few contracts: the others lack them.
          has={asOf === null ? store.info.has : factsOfContracts(store.info)}
          asOf={asOf}
          today={today}
          through={store.info.data_through}
        />
      );
    }}
  </SectionBoundary>
);

const OtherOrders = ({ store, id, contract, page }: PartProps & Pick<ViewProps, "page">) => (
  <SectionBoundary name="The other orders under this vehicle">
    {async () => (
      <Siblings
        contract={contract}
        agencyName={codeNamer(store)("agency", contract.agency)}
        siblings={await siblingsOf(store, id)}
        snapshot={store.named}
        sort={tableSort(page, "orders", "-net")}
      />
    )}
  </SectionBoundary>
);

const Subcontractors = ({ store, contract, page }: Omit<PartProps, "id"> & Pick<ViewProps, "page">) => (
  <SectionBoundary name="The reported subcontractors">
    {async () => {
      const found = await contractSubawards(store, contract);
      return (
        found && <ContractSubcontractors {...found} contract={contract} snapshot={store.named} page={page} />
      );
    }}
  </SectionBoundary>
);

/** A contract without an action in these records: the facts of its award summary, without totals. */
export function SummaryView({ store, id, summary, today, notice, page }: KnownFromSummary & ViewProps) {
  const { data_from: from, data_through: through } = store.info;
  const { named: snapshot } = store;
  const name = codeNamer(store);
  return (
    <Frame
      store={store}
      contract={summary}
      lede={`${name("agency", summary.agency)} contract with ${summary.recipient ? readableName(summary.recipient) : notReportedRecipient}, known only from an award summary: none of its actions is in these records.`}
      notice={notice}
    >
      <Notice title="Known only from an award summary; not in any total here">
        <p>
          These records have contract actions signed from {formatDay(from)}, through {formatDay(through)}, and
          none of this contract. The following comes from an award summary, for the whole award. It is in no
          total or chart, and in no list or export of actions.
        </p>
      </Notice>
      <WholeAward store={store} id={id} contract={summary} today={today} />
      <Section id="facts" title="What the record says" subtitle="From the award summary.">
        <ContractFacts
          snapshot={snapshot}
          contract={summary}
          actions={[]}
          ownedSince={null}
          decoded={vehicleOf(store, summary)}
          nameOf={codeNamer(store)}
        />
      </Section>
      <Subcontractors store={store} contract={summary} page={page} />
      <OtherOrders store={store} id={id} contract={summary} page={page} />
      <Section id="record" title="Check">
        <Facts
          facts={[
            {
              label: "Official record",
              value: officialRecord(summary.piid, summary.key.startsWith("CONT_AWD_") ? summary.key : null),
            },
            {
              label: "This contract as JSON",
              isFile: true,
              value: <a href={`/api${contractPage(summary.key, { snapshot })}`}>Contract (JSON)</a>,
            },
          ]}
        />
      </Section>
    </Frame>
  );
}

/** The page of a contract with actions in the records. */
export function ContractView({
  store,
  id,
  contract,
  actions,
  today,
  notice,
  page,
}: FoundContract & ViewProps) {
  const query = {
    ...defaults("actions"),
    snapshot: store.named,
    agency: [contract.agency],
    vehicle_agency: contract.vehicle === null ? [] : [contract.vehicle_agency ?? "unreported"],
  };
  const name = codeNamer(store);
  const { data_from: from, data_through: through, has } = store.info;
  const { named: snapshot } = store;
  const agency = name("agency", contract.agency);
  const { first_action: first, last_action: last } = contract;
  const awardKey =
    actions.find((action) => action.contract_award_unique_key)?.contract_award_unique_key ?? null;
  const listed = actionsAsFile(store, contract);
  const cited = storedSources(store).then((sources) =>
    citation({ contract, actions, awardKey, agency, sources, info: store.info }),
  );
  return (
    <Frame
      store={store}
      contract={contract}
      lede={`${netText(contract.in_records)} by ${agencyName(contract.agency)}${contract.base_included ? "" : " in these records"} ${
        first === last
          ? `on ${formatDay(last)}`
          : `since ${formatDay(first)}; last changed ${formatDay(last)}`
      }. ${contract.category}. Signed by ${name("office", contract.office)}.`}
      links={
        <SectionBoundary name="Links of this contract">
          {async () => {
            const [{ query }, text] = await Promise.all([listed, cited]);
            return (
              <>
                <CopyText text={text} label="Copy citation" />
                {awardKey && <a href={awardUrl(awardKey)}>USAspending.gov</a>}
                <a href={href("/contracts.csv", query)} download>
                  Actions (CSV)
                </a>
                <a href="#record">More</a>
              </>
            );
          }}
        </SectionBoundary>
      }
      notice={notice}
    >
      {!contract.base_included && (
        <Notice title="Earlier actions are not in these records">
          <p>
            The award itself (modification 0) is not among these actions. The records begin on{" "}
            {formatDay(from)}. The figures, the running total and the first description below start with the
            first action in these records, not with the contract.
          </p>
        </Notice>
      )}
      <SectionBoundary name="The figures of this contract">
        {async () => <ContractFigures contract={contract} listed={await listed} />}
      </SectionBoundary>
      <FundingNote contract={contract} actions={actions} />
      <DataNotes store={store} query={{ ...query, from: first, to: last, q: contract.piid }} />
      <RunningTotal
        contract={contract}
        actions={actions}
        table="#actions"
        through={through}
        snapshot={snapshot}
      />
      <Section
        id="actions"
        title="Actions"
        subtitle={
          has?.includes("action_type_code")
            ? "The kind is the recorded action type. Where none is recorded, we read it from the description or, if that names none, from the amount. The source is shown next to it."
            : "These records have no action type. We read the kind from the description or, if that names none, from the amount. The source is shown next to it."
        }
      >
        <ActionsTable contract={contract} actions={actions} sort={tableSort(page, "actions", "signed")} />
        <KindMeanings actions={actions} />
      </Section>
      <WholeAward store={store} id={id} contract={contract} today={today} />
      <Section
        id="facts"
        title="What the record says"
        subtitle="From the latest action in these records unless noted."
      >
        <SectionBoundary name="What the record says">
          {async () => (
            <ContractFacts
              snapshot={snapshot}
              contract={contract}
              actions={actions}
              ownedSince={await ownedSince(store, contract.recipient)}
              decoded={vehicleOf(store, contract)}
              nameOf={name}
            />
          )}
        </SectionBoundary>
      </Section>
      <SectionBoundary name="The places that descriptions name">
        {async () => (
          <NamedInDescriptions
            kind="places"
            named={await placesNamed(store, id)}
            contract={contract}
            snapshot={snapshot}
          />
        )}
      </SectionBoundary>
      <SectionBoundary name="The brands that descriptions name">
        {async () => (
          <NamedInDescriptions
            kind="brands"
            named={await brandsNamed(store, id)}
            contract={contract}
            snapshot={snapshot}
          />
        )}
      </SectionBoundary>
      <Subcontractors store={store} contract={contract} page={page} />
      <OtherOrders store={store} id={id} contract={contract} page={page} />
      <SectionBoundary name="Other orders that describe the same thing">
        {async () => {
          const { last_worked: last, ...suggested } = await suggestions(store, contract);
          return (
            <SuggestedOrders
              snapshot={snapshot}
              contract={contract}
              officeName={name("office", contract.office)}
              {...suggested}
              mayBeMissing={(last ?? "") > daysBefore(through, suggestionLimits.daysApart) ? through : null}
            />
          );
        }}
      </SectionBoundary>
      <SectionBoundary name="How to check, download and cite it">
        {async () => (
          <OfficialRecord
            contract={contract}
            awardKey={awardKey}
            rows={await listed}
            citation={await cited}
            request={recordsRequest({ contract, agency, office: name("office", contract.office) })}
          />
        )}
      </SectionBoundary>
      <RawRecord actions={actions} columns={recordedIn(has)} />
    </Frame>
  );
}

function ContractFigures({ contract, listed }: { contract: ContractRow; listed: ActionsAsFile }) {
  return (
    <KeyFigures
      figures={[
        ...sumFigures({
          label: "Obligated in these records (net)",
          note: "added and taken back together",
          net: contract.in_records,
          added: contract.added,
          taken_back: contract.taken_back,
          linkTo: (figure, sign) => (
            <ActionsLink listed={listed} sign={sign}>
              {figure}
            </ActionsLink>
          ),
        }),
        {
          label: "Actions",
          term: "action",
          value: <Link href="#actions">{formatCount(contract.actions)}</Link>,
          note: `${contract.first_action} to ${contract.last_action}`,
        },
      ]}
    />
  );
}

type ActionsAsFile = Awaited<ReturnType<typeof actionsAsFile>>;

interface ActionsLinkProps {
  listed: ActionsAsFile;
  sign?: Sign | undefined;
  children: ReactNode;
}

/** Links a figure to its actions: in the list or, if the list would include other contracts, in the table of this page. */
function ActionsLink({ listed: { query, others }, sign, children }: ActionsLinkProps) {
  const records = change(query, { sign: sign ? [sign] : [] });
  return <Link href={others > 0 ? "#actions" : href("/contracts", records)}>{children}</Link>;
}

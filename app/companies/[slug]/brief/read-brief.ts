import { companyCitation } from "@/app/companies/[slug]/citation";
import { recipientText } from "@/app/companies/[slug]/company-lede";
import { ownedSplitText } from "@/components/company/owned-split";
import { awardUrl } from "@/components/contract/official-record";
import { mentionsLead } from "@/lib/contracts/companies";
import { type Brief, type BriefRecords, briefOf, type ComingUp } from "@/lib/findings/brief";
import { change, type Query } from "@/lib/query/query";
import { type QueryFigure, readCompany, type WholeCompany } from "@/lib/store/company";
import { latestDescriptions, listActions, listContracts } from "@/lib/store/contracts";
import { comingUp } from "@/lib/store/expiring";
import type { Store } from "@/lib/store/open";

/** How many rows the brief has of what it begins with, and of the rest. One printed page has room for these. */
const lead = { contracts: 4, actions: 3 };
const more = { contracts: 2, actions: 2 };

const none: BriefRecords = { contracts: [], latest: [], largest: [] };

/** The brief of a company, of the agencies and the window of a query. */
export async function readBrief(
  store: Store,
  company: Parameters<typeof readCompany>[1],
  query: Query,
): Promise<{ found: WholeCompany; brief: Brief }> {
  const found = await readCompany(store, company, query);
  const { total, named, recipients, owned } = found;
  const isNamedFirst = mentionsLead(total.totals, named?.totals ?? null);
  const isNamed = named !== null && named.totals.actions > 0;
  const [own, mentions, citation, ownEnds, namedEnds] = await Promise.all([
    total.totals.actions > 0 ? recordsOf(store, total, isNamedFirst ? more : lead, false) : none,
    isNamed ? recordsOf(store, named, isNamedFirst ? lead : more, true) : none,
    companyCitation(store, found, query),
    total.totals.actions > 0 ? readComingUp(store, total) : null,
    isNamedFirst && named ? readComingUp(store, named) : null,
  ]);
  return {
    found,
    brief: briefOf({
      ...found,
      recipients: recipientText(found),
      query,
      info: store.info,
      split: owned && ownedSplitText(owned),
      ueis: recipients.flatMap(({ uei }) => uei ?? []),
      own,
      mentions,
      comingUp: { own: ownEnds, named: namedEnds },
      officialRecord: (key) => (key.startsWith("CONT_") ? awardUrl(key) : null),
      citation,
    }),
  };
}

/** The contracts that end within a year from today, whatever the window of the brief. */
async function readComingUp(store: Store, { query }: QueryFigure): Promise<ComingUp> {
  const { end, rows, ...found } = await comingUp(store, change(query, { from: null, to: null, size: 1 }));
  return { ...found, first: rows[0] ?? null, isEstimated: end === "words" };
}

/** The largest contracts, and the latest and largest actions; contracts of others have the description that names the company. */
async function recordsOf(
  store: Store,
  { query }: QueryFigure,
  most: typeof lead,
  isNamed: boolean,
): Promise<BriefRecords> {
  const actions = change(query, { view: "actions" });
  const [contracts, latest, largest] = await Promise.all([
    listContracts(store, { ...query, size: most.contracts }),
    listActions(store, { ...actions, size: most.actions }),
    listActions(store, { ...actions, sort: "-federal_action_obligation", size: most.actions }),
  ]);
  const named = isNamed
    ? await latestDescriptions(
        store,
        query,
        contracts.map(({ key }) => key),
      )
    : {};
  return {
    contracts: contracts.map((contract) => ({ ...contract, words: named[contract.key] ?? contract.purpose })),
    latest,
    largest,
  };
}

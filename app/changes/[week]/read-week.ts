import { sentencePieces } from "@/components/changes/sentence";
import type { Change, ChangeKind } from "@/lib/contracts/changes";
import { daysBefore } from "@/lib/contracts/days";
import { type Week, weekDays } from "@/lib/contracts/weeks";
import type { Brief, BriefPiece } from "@/lib/findings/brief";
import { weekBrief } from "@/lib/findings/week";
import { changesOf } from "@/lib/query/changes";
import { companyPage, contractPage } from "@/lib/query/pages";
import { change, defaults, type Query } from "@/lib/query/query";
import { type ChangesRequest, whatsNewRequest } from "@/lib/query/requests";
import { changeTotals, listChanges } from "@/lib/store/changes";
import type { Store } from "@/lib/store/open";
import { fillingInDays, type Signed, signedIn } from "@/lib/store/recent";

const shown = 10;
const mostCorrections = 40;
const corrections: ChangeKind[] = [
  "vanished",
  "amount",
  "date",
  "recipient",
  "description",
  "end",
  "potential_end",
];

/** The digest of a week that the records have, of the agencies of a query. */
export async function readWeek(
  store: Store,
  query: Query,
  week: Week,
): Promise<{ found: Signed; brief: Brief }> {
  const days = weekDays(week) ?? { from: store.info.data_from, to: store.info.data_from };
  const { agency, snapshot } = query;
  const selection = change(defaults("contracts"), { agency, snapshot });
  const found = await signedIn(store, change(selection, days), { days: null, shown });
  return {
    found,
    brief: weekBrief({
      ...found,
      ...{ week, days, info: store.info },
      isFillingIn: days.to > daysBefore(store.info.data_through, fillingInDays),
      corrections: await readCorrections(store, {
        ...changesOf(selection),
        since: days.from,
        until: days.to,
      }),
    }),
  };
}

async function readCorrections(store: Store, request: ChangesRequest) {
  const [totals, changes] = await Promise.all([
    changeTotals(store, request),
    listChanges(store, { ...request, kind: corrections, query: { ...request.query, size: mostCorrections } }),
  ]);
  if (totals.entries === 0) return null;
  return {
    count: totals.entries,
    lines: changes.map((one) => correctionLine(one, request.query)),
    all: whatsNewRequest.href("/changes", request),
  };
}

const correctionLine = (one: Change, query: Query): BriefPiece[] =>
  sentencePieces(one).map(({ text, is }): BriefPiece => {
    if (is === "contract" && one.contract) return { text, href: contractPage(one.contract, query) };
    if (is === "company" && one.company) return { text, href: companyPage(one.company.slug, query) };
    return text;
  });

import { type Day, formatDay } from "@/lib/contracts/days";
import { counted, formatMoney, roundedMoney } from "@/lib/contracts/money";
import type { ActionRow } from "@/lib/contracts/rows";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { moreThanAdded, netText, notReported } from "@/lib/contracts/text";
import type { Totals } from "@/lib/contracts/totals";
import { type Week, weekText } from "@/lib/contracts/weeks";
import { type Brief, type BriefPiece, cutText } from "@/lib/findings/brief";
import { agencyNames } from "@/lib/query/agency-names";
import { companyPage, contractPage, weekPage } from "@/lib/query/pages";
import { change, href, type Query } from "@/lib/query/query";

/** Actions of some kind, with their records. */
interface KindFigure {
  query: Query;
  all: Totals;
}

/** What the digest of a week is made from. `query` selects its days. */
export interface WeekFacts {
  week: Week;
  days: { from: Day; to: Day };
  query: Query;
  info: Pick<SnapshotInfo, "id" | "data_through">;
  /** Whether actions of the week are still being reported. */
  isFillingIn: boolean;
  all: Totals;
  newQuery: Query;
  fresh: Totals;
  kinds: Record<"options" | "ended" | "closed", KindFigure>;
  largest: ActionRow[];
  takenBack: ActionRow[];
  companies: { slug: string; name: string | null; net: number; actions: number }[];
  newCompanies: number;
  /** What the retrievals of these days changed: sentences, and how many there are; `null` if nothing. */
  corrections: { lines: BriefPiece[][]; count: number; all: string } | null;
}

/** What was signed in a week as one sentence. `through`: the newest day of the records. */
export function weekFinding(
  query: Query,
  days: { from: Day; to: Day },
  { net, actions }: Pick<Totals, "net" | "actions">,
  through: Day,
): string {
  const who = agencyNames(query);
  const soFar = days.to > through ? " so far" : "";
  if (actions === 0) return `${weekText(days)}: no contract action by ${who}${soFar}`;
  return net < 0
    ? `${weekText(days)}: ${who} took back ${roundedMoney(-net)} ${moreThanAdded(who)}${soFar}`
    : `${weekText(days)}: ${who} obligated ${roundedMoney(net)}${soFar}`;
}

/** The sums of a week in a sentence. */
export const weekSums = ({ net, added, taken_back, actions, contracts }: Totals): string =>
  actions === 0
    ? "No contract action was signed in these records."
    : `${counted(actions, "contract action")} on ${counted(contracts, "contract")}, ${netText(net)}: ${formatMoney(added)} added, ${formatMoney(taken_back)} taken back.`;

/** The digest of a week: page, JSON, text and Markdown write the same one. */
export function weekBrief(facts: WeekFacts): Brief {
  const { days, query, info, all, fresh, newQuery, kinds, newCompanies, corrections } = facts;
  const records = (patch: Partial<Query>) => href("/contracts", change(query, patch));
  const figure = (label: string, value: string, address: string, note: string) => ({
    label,
    value,
    href: address,
    note,
  });
  const kindFigure = (label: string, { query: those, all: sums }: KindFigure) =>
    figure(
      label,
      counted(sums.actions, "action"),
      href("/contracts", those),
      sums.actions > 0 ? netText(sums.net, roundedMoney) : "by the words of their descriptions",
    );
  return {
    title: weekFinding(query, days, all, info.data_through),
    lede: [
      `${weekSums(all)} ${counted(fresh.contracts, "contract is", "contracts are")} new, and ${counted(newCompanies, "company has its", "companies have their")} first action in these records. `,
      facts.isFillingIn
        ? `Actions of this week were still being reported when the records were retrieved; they go through ${formatDay(info.data_through)}.`
        : "Corrections to these days can still come.",
    ],
    figures: [
      figure("Obligated (net)", formatMoney(all.net), records({}), `signed ${weekText(days)}`),
      figure("Added", formatMoney(all.added), records({ sign: ["pos"] }), "new contracts included"),
      figure("Taken back", formatMoney(all.taken_back), records({ sign: ["neg"] }), "de-obligated"),
      figure(
        "New contracts",
        counted(fresh.contracts, "contract"),
        href("/contracts", newQuery),
        netText(fresh.net, roundedMoney),
      ),
      kindFigure("Options exercised", kinds.options),
      kindFigure("Terminated or canceled", kinds.ended),
      kindFigure("Closed out", kinds.closed),
    ],
    sections: [
      { title: "Largest additions", lines: facts.largest.map((action) => actionLine(action, query)) },
      { title: "Most taken back", lines: facts.takenBack.map((action) => actionLine(action, query)) },
      {
        title: `New companies (${newCompanies})`,
        lines: facts.companies.map(({ slug, name, net, actions }) => [
          { text: name ?? notReported, href: companyPage(slug, query) },
          `: ${netText(net)} in ${counted(actions, "action")}`,
        ]),
      },
      ...(corrections
        ? [
            {
              title: "What retrievals of this week corrected",
              lines: [
                ...corrections.lines,
                [
                  {
                    text: `All ${counted(corrections.count, "change")} of this week’s retrievals`,
                    href: corrections.all,
                  },
                ],
              ],
            },
          ]
        : []),
      { title: "How to check this", lines: checks(facts) },
    ].filter(({ lines }) => lines.length > 0),
  };
}

const actionLine = (action: ActionRow, query: Query): BriefPiece[] => [
  `${formatMoney(action.federal_action_obligation)}, `,
  { text: action.company.name, href: companyPage(action.company.slug, query) },
  ", ",
  { text: action.award_id_piid, href: contractPage(action.contract, query) },
  ` ${action.modification_number}, signed ${formatDay(action.action_date)}: `,
  action.transaction_description === null ? notReported : { quote: cutText(action.transaction_description) },
];

function checks({ week, query, info }: WeekFacts): BriefPiece[][] {
  const fixed = { ...query, snapshot: info.id };
  return [
    [
      "Every action of the week: ",
      { text: "CSV", href: href("/contracts.csv", change(query, { view: "actions" })) },
      ". The same sums by company: ",
      { text: "JSON", href: `/api/groups?by=company&${href("", query).slice(1)}` },
      ". This week in this snapshot: ",
      { text: week, href: weekPage(week, fixed) },
      ".",
    ],
    [
      "Net obligations of contract actions by date signed, Monday to Sunday. New: the award (modification 0) was signed in the week. What an action did is read from the words of its description.",
    ],
  ];
}

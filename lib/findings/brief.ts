import { mentionsLead } from "@/lib/contracts/companies";
import { type Day, formatDay } from "@/lib/contracts/days";
import type { EndingContract } from "@/lib/contracts/expiring";
import { counted, formatCount, formatMoney } from "@/lib/contracts/money";
import { estimateText } from "@/lib/contracts/option-ends";
import type { ActionRow, ContractRow } from "@/lib/contracts/rows";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import type { SubawardTotals } from "@/lib/contracts/subawards";
import { moreThanAdded, netText, notReported } from "@/lib/contracts/text";
import type { Totals } from "@/lib/contracts/totals";
import { beyondRecords, daysText } from "@/lib/findings/scope";
import { agencyName, agencyNames } from "@/lib/query/agency-names";
import { companyBrief, contractPage, subcontractsPage } from "@/lib/query/pages";
import { change, href, type Query } from "@/lib/query/query";

/** A piece of a line: a text, a link, or words of the record. */
export type BriefPiece = string | { text: string; href: string } | { quote: string };

/** One page on a company for a colleague or a meeting. Page, text and Markdown write the same brief. */
export interface Brief {
  title: string;
  lede: BriefPiece[];
  figures: { label: string; value: string; href: string | null; note: string }[];
  sections: { title: string; lines: BriefPiece[][] }[];
}

interface Figure {
  query: Query;
  totals: Totals;
}

/** Contracts and actions of a selection that a brief names. */
export interface BriefRecords {
  /** From the largest, each with the description that it is quoted by. */
  contracts: (Pick<ContractRow, "key" | "piid" | "company" | "net" | "last_action"> & {
    words: string | null;
  })[];
  latest: BriefAction[];
  largest: BriefAction[];
}
type BriefAction = Pick<
  ActionRow,
  | "contract"
  | "award_id_piid"
  | "modification_number"
  | "action_date"
  | "federal_action_obligation"
  | "transaction_description"
  | "company"
>;

export interface ComingUp {
  contracts: number;
  /** How many days ahead. */
  within: number;
  /** `null` where none ends in these days. */
  first: EndingContract | null;
  isEstimated: boolean;
  /** Of how many contracts such an end is known, on any day. */
  known: { contracts: number; usable: number };
}

export interface BriefFacts {
  company: { slug: string; name: string };
  /** Who the awards are to: "The GEO Group and its subsidiaries". */
  recipients: string;
  query: Query;
  info: Pick<SnapshotInfo, "id" | "data_from" | "data_through" | "retrieved">;
  total: Figure;
  direct: Figure;
  subsidiaries: Figure | null;
  /** The parts of the total from before and after acquisitions, as text. */
  split: string | null;
  named: Figure | null;
  /** The reports that name it as a subcontractor; `null` where these records have no reports. */
  subcontracts: SubawardTotals | null;
  /** The last day of these reports, where the window begins after it. */
  reportsEnded: Day | null;
  elsewhere: { agency: string; own: Figure; named: Figure | null }[];
  /**
   * Its contracts that end from today on, by a recorded end or one estimated from words, and those of others that name it,
   * where these lead; `null` without a contract.
   */
  comingUp: { own: ComingUp | null; named: ComingUp | null };
  ueis: string[];
  own: BriefRecords;
  mentions: BriefRecords;
  /** The official record of a contract; `null` without its award key. */
  officialRecord: (contract: string) => string | null;
  citation: { text: string; address: string };
}

/** The most characters of a quoted description. */
const longestQuote = 130;

/** A text of at most `most` characters, cut after a whole word where one ends in its second half. */
export function cutText(text: string, most = longestQuote): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most);
  return `${cut.slice(0, cut.lastIndexOf(" ") > most / 2 ? cut.lastIndexOf(" ") : most)}…`;
}

const quoted = (text: string | null): BriefPiece => (text === null ? notReported : { quote: cutText(text) });

const countsOf = ({ actions, contracts }: Totals) =>
  `${counted(actions, "action")} on ${counted(contracts, "contract")}`;

/** Writes the brief of a company. Others’ awards that name it come first where they are more than its own. */
export function briefOf(facts: BriefFacts): Brief {
  const { company, query, total, named, own, mentions } = facts;
  const isNamedFirst = mentionsLead(total.totals, named?.totals ?? null);
  const ownSections = sectionsOf(own, query, false);
  const namedSections = sectionsOf(mentions, query, true);
  return {
    title: `${company.name} in ${agencyNames(query)} contracts`,
    lede: lede(facts, isNamedFirst),
    figures: [...(isNamedFirst ? figures(facts).toReversed() : figures(facts)), ...subcontractsFigure(facts)],
    sections: [
      ...(isNamedFirst ? [...namedSections, ...ownSections] : [...ownSections, ...namedSections]),
      ...comingUpSection(facts),
      { title: "What these records cannot show", lines: cannotShow(facts).map((line) => [line]) },
      { title: "How to check this", lines: checks(facts) },
      { title: "Left out here", lines: [[leftOut(facts)]] },
    ],
  };
}

/** That no contract whose actions name a company ends in some days, and how many have such an end on other days. */
export function noNamedEnd({
  within,
  isEstimated,
  known,
}: Pick<ComingUp, "within" | "isEstimated" | "known">): string {
  const others = `${formatCount(known.usable)} of ${counted(known.contracts, "contract")} ${known.usable === 1 ? "has" : "have"} ${isEstimated ? "an estimated end" : "a recorded current end"} on other days.`;
  return `These records have no end in the next ${within} days for the contracts whose actions name it, neither recorded nor estimated from words.${known.usable > 0 ? ` ${others}` : ""}`;
}

function comingUpSection({ comingUp: { own, named }, query }: BriefFacts): Brief["sections"] {
  const lines = [
    ...(named
      ? [
          named.first
            ? comingUpLine(named, named.first, query, " whose actions name it")
            : [noNamedEnd(named)],
        ]
      : []),
    ...(own?.first ? [comingUpLine(own, own.first, query, named ? " with it" : "")] : []),
  ];
  return lines.length > 0 ? [{ title: "What comes up", lines }] : [];
}

function comingUpLine(
  { contracts, within, isEstimated }: ComingUp,
  first: EndingContract,
  query: Query,
  whose: string,
): BriefPiece[] {
  const end = isEstimated ? "an estimated end" : "a recorded current end";
  return [
    `${counted(contracts, "contract")}${whose} ${contracts === 1 ? "has" : "have"} ${end} in the next ${within} days, first `,
    { text: first.piid, href: contractPage(first.key, query) },
    ` on ${formatDay(first.ends)}`,
    ...(isEstimated
      ? [", read from ", quoted(first.option_words), ` (${estimateText(first)}); no end is recorded`]
      : []),
  ];
}

function lede(facts: BriefFacts, isNamedFirst: boolean): BriefPiece[] {
  const { company, recipients, query, info, total, named, split, elsewhere } = facts;
  const who = agencyNames(query);
  const beyond = beyondRecords(query, info);
  if (beyond) return [`${beyond}. They cannot say what ${who} signed with ${company.name} then.`];
  const days = daysText(query, info);
  const { net, actions } = total.totals;
  const mentions =
    named && named.totals.actions > 0
      ? `${who} actions with other companies that name ${company.name} come to ${netText(named.totals.net)}, ${countsOf(named.totals)}, ${days}.`
      : `No description of an award to another company names ${company.name} by our rules, ${days}.`;
  const own =
    actions === 0
      ? `${who} signed no contract action with ${company.name} in these records ${days}. That does not mean that there is none elsewhere.`
      : `${who} ${net < 0 ? `took back ${formatMoney(-net)} ${moreThanAdded(who)} on awards` : `obligated ${formatMoney(net)} (net)`} to ${recipients}${split ? ` (${split})` : ""} ${days}, in ${countsOf(total.totals)}.`;
  const others = elsewhere.flatMap((one) => {
    const name = agencyName(one.agency);
    const parts = [
      ...(one.own.totals.actions > 0 ? [`${netText(one.own.totals.net)} to it`] : []),
      ...(one.named && one.named.totals.actions > 0
        ? [`${netText(one.named.totals.net)} on actions with others that name it`]
        : []),
    ];
    return [
      " ",
      {
        text: `${name} over the same dates`,
        href: companyBrief(company.slug, { ...query, agency: [one.agency] }),
      },
      `: ${parts.join("; ")}.`,
    ];
  });
  const sentences = isNamedFirst || !named ? [mentions, own] : [own, mentions];
  return [(named ? sentences : [own]).join(" "), ...others];
}

function figures({ company, total, direct, subsidiaries, named, split }: BriefFacts): Brief["figures"] {
  const figure = (label: string, found: Figure | null, noteWithout: string, note = "") => ({
    label,
    value: found ? formatMoney(found.totals.net) : "—",
    href: found && href("/contracts", found.query),
    note: found ? `${countsOf(found.totals)}${note}` : noteWithout,
  });
  return [
    figure("Obligated directly (net)", direct, ""),
    figure("To subsidiaries (net)", subsidiaries, "no known subsidiaries"),
    figure("Together (net)", total, "", split ? `; ${split}` : ""),
    figure(
      "Named in the description of others’ awards",
      named,
      `we do not search for a brand of ${company.name}`,
      "; not an award to it, and never in the total",
    ),
  ];
}

/** What reports name the company as a subcontractor for; nothing without one. */
function subcontractsFigure({ company, query, subcontracts }: BriefFacts): Brief["figures"] {
  if (!subcontracts?.reports) return [];
  const { amount, reports, contracts, repeats } = subcontracts;
  return [
    {
      label: `Reported as a subcontractor under ${agencyNames(query)} awards`,
      value: formatMoney(amount),
      href: subcontractsPage(query, { company: company.slug }),
      note: `${counted(reports, "report")} under ${counted(contracts, "contract")}${repeats > 0 ? `, repeating an earlier one: ${repeats}` : ""}; as prime contractors reported it, and never in the total`,
    },
  ];
}

const identityOf = ({ contract, modification_number }: BriefAction) => `${contract} ${modification_number}`;

function sectionsOf(records: BriefRecords, query: Query, isNamed: boolean): Brief["sections"] {
  const { contracts, latest, largest } = records;
  const listed = new Set(latest.map(identityOf));
  const isNew = largest.some((action) => !listed.has(identityOf(action)));
  const added = isNew ? largest.filter(({ federal_action_obligation: amount }) => amount > 0) : [];
  if (contracts.length === 0) return [];
  const holder = ({ company }: { company: { name: string } }) => (isNamed ? ` with ${company.name}` : "");
  const link = (piid: string, key: string) => ({ text: piid, href: contractPage(key, query) });
  const ofAction = (action: BriefAction): BriefPiece[] => [
    `${formatDay(action.action_date)}: ${formatMoney(action.federal_action_obligation)} on `,
    link(action.award_id_piid, action.contract),
    `${holder(action)}, for `,
    quoted(action.transaction_description),
  ];
  return [
    {
      title: isNamed
        ? "Others’ contracts that name it, in the record’s words"
        : "What its contracts are for, in the record’s words",
      lines: contracts.map((contract) => [
        quoted(contract.words),
        " — ",
        link(contract.piid, contract.key),
        `${holder(contract)}, ${netText(contract.net)}, latest action ${formatDay(contract.last_action)}`,
      ]),
    },
    { title: `Latest actions${isNamed ? " that name it" : ""}`, lines: latest.map(ofAction) },
    ...(added.length > 0
      ? [{ title: `Largest actions${isNamed ? " that name it" : ""}`, lines: added.map(ofAction) }]
      : []),
  ];
}

const cannotShow = ({ reportsEnded }: BriefFacts) => [
  ...(reportsEnded
    ? [`Subcontracts in these dates: the reports of them here end on ${formatDay(reportsEnded)}.`]
    : []),
  "Subcontracts that were not reported, purchase cards and micro-purchases, and orders that another agency placed for this one.",
  "Agreements outside contracts, such as those with counties or the Marshals Service, and grants.",
  "Payments: an obligation commits the government to pay, and some of it can be taken back.",
  "Whether anything was bought from a company that a description names, or how much of the amount is for it.",
  "Awards to a recipient that our rules do not group with this company.",
];

function checks({
  company,
  query,
  info,
  total,
  named,
  own,
  mentions,
  ueis,
  officialRecord,
  citation,
}: BriefFacts) {
  const page = (path: string) => href(path, { ...query, snapshot: info.id });
  const contracts = [...own.contracts, ...mentions.contracts].flatMap(({ key, piid }) => {
    const address = officialRecord(key);
    return address ? [{ text: piid, href: address }] : [];
  });
  const files = [total, ...(named ? [named] : [])].filter(({ totals }) => totals.actions > 0);
  return [
    [
      "The company’s page in this snapshot: ",
      { text: company.name, href: page(`/companies/${company.slug}`) },
      ...files.flatMap((figure): BriefPiece[] => [
        "; ",
        {
          text: `${counted(figure.totals.actions, "action")}${figure === named ? " that name it" : ""} (CSV)`,
          href: href("/contracts.csv", change(figure.query, { view: "actions" })),
        },
      ]),
    ],
    ...(contracts.length > 0
      ? [
          [
            "Official records at USAspending.gov: ",
            ...contracts.flatMap((link, index): BriefPiece[] => (index > 0 ? [", ", link] : [link])),
          ],
        ]
      : []),
    ...(ueis.length > 0 ? [[`UEIs to search for there: ${ueis.join(", ")}`]] : []),
    [`Cite as: ${citation.text} `, { text: citation.address, href: citation.address }],
  ] satisfies BriefPiece[][];
}

/** What the company's page has and the brief does not. */
function leftOut({ total, named, own, mentions }: BriefFacts): string {
  const part = (figure: Figure | null, { contracts, latest, largest }: BriefRecords, what: string) => {
    if (!figure || figure.totals.actions === 0) return [];
    const actions = figure.totals.actions - new Set([...latest, ...largest].map(identityOf)).size;
    const left = figure.totals.contracts - contracts.length;
    const counts = [
      ...(left > 0 ? [counted(left, "contract")] : []),
      ...(actions > 0 ? [counted(actions, "action")] : []),
    ];
    return counts.length > 0 ? [`${counts.join(" and ")}${what}`] : [];
  };
  const parts = [...part(total, own, " of the company"), ...part(named, mentions, " that name it")];
  return `${parts.length > 0 ? `${parts.join("; ")}; ` : ""}charts, ranks, and the recipients and rules behind the figures. Long descriptions are cut. The company’s page has all of it.`;
}

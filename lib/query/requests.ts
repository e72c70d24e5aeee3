import { z } from "zod";
import { changeKinds, type LookBack, lookBacks } from "@/lib/contracts/changes";
import type { Day } from "@/lib/contracts/days";
import { type EndName, ends, type Within, withins } from "@/lib/contracts/expiring";
import { verdictNames } from "@/lib/contracts/published-figures";
import { hitKinds } from "@/lib/contracts/search-results";
import { entryKinds } from "@/lib/contracts/suggestions";
import { type VehicleKind, vehicleKinds } from "@/lib/contracts/vehicles";
import { type Conflict, defineRequest, queryOf, type RequestOf } from "@/lib/query/codec";
import { filterNames } from "@/lib/query/filters";
import {
  choice,
  choices,
  day,
  matching,
  one,
  oneOf,
  type Parameter,
  tableSorts,
  text,
} from "@/lib/query/parameters";
import { searchWords } from "@/lib/query/parse";
import { figureMatchKinds, parseWrittenAmount, type WrittenFigure } from "@/lib/query/written-figure";

/**
 * The parameters of each page and endpoint: one codec reads and writes its addresses. The order of the fields is their
 * order in an address. `query` names the parameters of the list of contracts that are used there.
 */

/** `/contracts`, and every endpoint that takes exactly the parameters of a query. */
export const contractsRequest = defineRequest({ query: queryOf() });

/** How many bars a chart of groups can have. */
export const barCounts = [10, 20, 50] as const;

/** `/contracts` as a page: how many bars its chart of groups has, and whether its table has every group. */
export const workbenchRequest = defineRequest({
  query: queryOf(),
  bars: one(
    oneOf(["10", "20", "50"]).transform((value) => Number(value) as (typeof barCounts)[number]),
    20 as const,
  ),
  rows: choice(["all"], null),
});
export type WorkbenchRequest = RequestOf<typeof workbenchRequest>;

const subject = queryOf(["agency", "grouped", "snapshot"]);
/** All records, or a window of days. */
const windowed = queryOf(["agency", "grouped", "from", "to", "snapshot"]);
/** The endpoint of a company. */
export const companyApiRequest = defineRequest({ query: windowed });

/** The front page, and the pages of a company and a vehicle: `table_sort` names their tables. */
export const homeRequest = defineRequest({
  query: subject,
  table_sort: tableSorts(["company", "recipient", "month", "category", "office"]),
});
export const companyRequest = defineRequest({
  query: windowed,
  table_sort: tableSorts([
    "fiscal_year",
    "month",
    "mentions",
    "contracts",
    "ending",
    "summaries",
    "psc",
    "company",
    "standing",
    "recipients",
    "subcontracts",
  ]),
});
/** The page of a brand or a facility. */
export const namedRequest = defineRequest({
  query: windowed,
  table_sort: tableSorts(["company", "recipient", "fiscal_year", "month", "contracts"]),
});
export const placesRequest = defineRequest({
  query: subject,
  table_sort: tableSorts(["places", "states"]),
});
export const vehicleRequest = defineRequest({
  query: subject,
  table_sort: tableSorts(["fiscal_year", "company", "recipient", "orders"]),
});

const briefQuery = { query: queryOf(["agency", "from", "to", "snapshot"]) };
/** The brief of a company: as a page, and as JSON, Markdown and plain text. */
export const briefRequest = defineRequest(briefQuery);
export const briefApiRequest = defineRequest({
  ...briefQuery,
  format: choice(["json", "md", "txt"], "json"),
});

const snapshot = queryOf(["snapshot"]);
/** The endpoint of the columns. */
export const snapshotRequest = defineRequest({ query: snapshot });

/** The pages of a contract and of the data. */
export const contractPageRequest = defineRequest({
  query: snapshot,
  table_sort: tableSorts(["actions", "orders", "subcontractors"]),
});
export const dataRequest = defineRequest({
  query: snapshot,
  table_sort: tableSorts([
    "snapshots",
    "sources",
    "accounts",
    "rejects",
    "columns_contracts",
    "columns_actions",
  ]),
});

/** `/api/contracts/<key>`. */
export const contractRequest = defineRequest({
  query: queryOf(["snapshot"]),
  format: choice(["json", "csv"], "json"),
});

/** A parameter whose value is in the path, so the query string must not have it. */
const inPath = (name: string): Parameter<null> => ({
  read: (values) => ({
    value: null,
    faults: values.length > 0 ? [{ detail: `must be left out: the path names the ${name}`, values }] : [],
  }),
  write: () => [],
});
/** `/api/agencies/<code>`, `/api/brands/<slug>` and `/api/places/<slug>`, which take the filters of a list. */
export const agencyApiRequest = defineRequest({ query: queryOf(), agency: inPath("agency") });
export const brandApiRequest = defineRequest({ query: queryOf(), brand: inPath("brand") });
export const placeApiRequest = defineRequest({ query: queryOf(), place: inPath("place") });

/** An endpoint without parameters. */
export const bareRequest = defineRequest({ query: queryOf([]) });

export const agenciesRequest = defineRequest({
  query: queryOf(["grouped", "snapshot"]),
  table_sort: tableSorts(["offices_"]), // one for each agency, named by its code
});

/** The page of an agency or an office. `fy=all` adds up all fiscal years; without `fy` it is the latest. */
export const agencyRequest = defineRequest({
  query: queryOf(["grouped", "fy", "snapshot"]),
  fy: {
    claims: (values) => values.join().toLowerCase() === "all",
    read: (values) => ({ value: values.length > 0 ? "all" : null, faults: [] }),
    write: (value) => (value === null ? [] : [value]),
  } satisfies Parameter<"all" | null>,
  table_sort: tableSorts([
    "fiscal_year",
    "month",
    "company",
    "recipient",
    "category",
    "vehicle_agency",
    "office",
  ]),
});

export type AgencyRequest = RequestOf<typeof agencyRequest>;

/** `/search`. The exact name of a company opens its page, unless `all=yes` requests every result. */
export const searchRequest = defineRequest({
  query: queryOf(["q", "snapshot"]),
  all: choice(["yes"], null),
  table_sort: tableSorts(hitKinds),
});
/** `/api/search`. */
export const searchApiRequest = defineRequest({ query: queryOf(["q", "snapshot"]) });

/** `/api/suggest`: of every kind, or of one. */
export const suggestRequest = defineRequest({
  query: queryOf(["q", "agency", "snapshot"]),
  kind: choice(entryKinds, null),
});

/** Both directions of each column. */
const bothWays = (names: readonly string[]) => names.flatMap((name) => [`-${name}`, name]);

const brandSorts = bothWays(["net", "name", "owner", "actions", "contracts", "companies"]) as [
  string,
  ...string[],
];
export const brandsRequest = defineRequest({
  query: queryOf(["agency", "grouped", "snapshot"]),
  sort: choice(brandSorts, "-net"),
});

const companySorts = ["net", "added", "taken_back", "actions", "last_action", "company"];
/** What the page sorts by too: its other columns. */
export const pageOnlyCompanySorts = ["rank", "current", "earlier", "change", "contracts", "named_in"];
/** Words in the name of a company or of one of its recipients. Not `q`, which selects actions. */
const companyName = one(searchWords, "");

/** `/companies`. */
export const companiesRequest = defineRequest({
  query: queryOf(
    ["agency", "grouped", "fy", "sort", "page", "size", "snapshot"],
    [...companySorts, ...pageOnlyCompanySorts],
  ),
  name: companyName,
  table_sort: tableSorts(["only_named"]),
});
/** `/api/companies` and its files, which take the filters of a list. */
export const companiesApiRequest = defineRequest({
  query: queryOf(undefined, companySorts),
  name: companyName,
});
export type CompaniesRequest = RequestOf<typeof companiesApiRequest>;

const subawardChoice = {
  /** Reports of subcontracts; `company` is the subcontractor. */
  query: queryOf(["agency", "company", "from", "to", "page", "size", "snapshot"]),
  /** The award key or the PIID of the contract that they are reported under. */
  contract: one(text(200), null),
  /** The slug of the company that holds the contract. */
  prime: one(text(200), null),
};
/** `/subcontracts`. */
export const subcontractsRequest = defineRequest({
  ...subawardChoice,
  /** Whether every subcontractor is listed. */
  rows: choice(["all"], null),
  table_sort: tableSorts(["subcontractors"]),
});
/** `/api/subawards` and `/subawards.csv`. */
export const subawardsApiRequest = defineRequest({
  ...subawardChoice,
  format: choice(["json", "csv"], null),
});
export type SubawardsRequest = RequestOf<typeof subcontractsRequest>;

const vehicleSorts = ["net", "orders", "companies", "last_action"] as const;
const vehicleChoice = {
  kind: choice(Object.keys(vehicleKinds) as [VehicleKind, ...VehicleKind[]], null),
  /** Words that must all occur in a vehicle's number, kind, program, agency or companies. */
  name: one(
    text(200).transform((value) => value.trim()),
    "",
  ),
  /** The largest or the latest come first. */
  sort: choice(vehicleSorts, "net"),
};
/** `/vehicles`. */
export const vehiclesRequest = defineRequest({
  query: queryOf(["agency", "grouped", "page", "size", "snapshot"]),
  ...vehicleChoice,
  table_sort: tableSorts(["kinds", "vehicles"]),
});
/** `/api/vehicles`, which takes the filters of a list and has no pages. */
export const vehiclesApiRequest = defineRequest({ query: queryOf(), ...vehicleChoice });
export type VehiclesRequest = RequestOf<typeof vehiclesRequest>;
export type VehicleChoice = Omit<VehiclesRequest, "query" | "table_sort">;

/** Contracts that end soon: as a page, a calendar and JSON. */
export const endingRequest = defineRequest({
  query: queryOf([...filterNames, "amount", "grouped", "page", "size", "snapshot"]),
  within: one(
    oneOf(withins.map(String) as [string, ...string[]]).transform((value) => Number(value) as Within),
    90 as Within,
  ),
  /** By default the recorded current end, else the one that is estimated from words. */
  end: choice(Object.keys(ends) as [EndName, ...EndName[]], null),
  /** The days since the records end, instead of those ahead. */
  passed: choice(["yes"], null),
});
export type EndingChoice = Omit<RequestOf<typeof endingRequest>, "query">;

const changesParameters = {
  query: queryOf(["view", ...filterNames, "amount", "grouped", "page", "size", "snapshot"]),
  kind: choices(changeKinds),
  /** Changes noticed on this day or later, and on this day or earlier. */
  since: one(day, null),
  until: one(day, null),
  /** Whether administrative changes are listed too. */
  administrative: choice(["yes", "no"], "no"),
};
/** Two days out of order, of which neither is used. */
const outOfOrder = ({ since, until }: { since: Day | null; until: Day | null }): Conflict[] =>
  since === null || until === null || since <= until
    ? []
    : [
        { name: "since", detail: "must not be after until" },
        { name: "until", detail: "must not be before since", sameAs: "since" },
      ];
/** What changed between snapshots, as JSON and feeds. Without `kind`, every kind. */
export const changesRequest = defineRequest(changesParameters, outOfOrder);
export type ChangesRequest = RequestOf<typeof changesRequest>;

/** What was signed, newest first, as feeds. */
export const actionsFeedRequest = defineRequest({
  query: queryOf(["view", ...filterNames, "amount", "grouped", "page", "snapshot"]),
});

const weekQuery = queryOf(["agency", "snapshot"]);
/** The page of a week and the feeds of the latest weeks, then the endpoint of a week. */
export const weekRequest = defineRequest({ query: weekQuery });
export const weekApiRequest = defineRequest({
  query: weekQuery,
  format: choice(["json", "md", "txt"], "json"),
});

/** `/changes`: what was signed and what changed between snapshots; with `days`, what was signed in the last days alone. */
export const whatsNewRequest = defineRequest(
  {
    ...changesParameters,
    table_sort: tableSorts(["retrievals"]),
    days: one(
      oneOf(lookBacks.map(String) as [string, ...string[]]).transform((value) => Number(value) as LookBack),
      null,
    ),
  },
  (request) => {
    const { days, kind, since, until, administrative, query } = request;
    if (days === null) return outOfOrder(request);
    const ofRecords = {
      kind: kind.length > 0,
      since: since !== null,
      until: until !== null,
      administrative: administrative === "yes",
    };
    const detail = "works only without days: it is about what changed in the records";
    return [
      ...Object.entries(ofRecords).flatMap(([name, isGiven]) => (isGiven ? [{ name, detail }] : [])),
      ...(query.from === null ? [] : [{ name: "days", detail: "works only without from" }]),
    ];
  },
);
export type WhatsNewRequest = RequestOf<typeof whatsNewRequest>;

/** A typed figure: its text, and what was read; `null` if it cannot be read. */
interface FigureText {
  text: string;
  figure: WrittenFigure | null;
}

const figure = one(
  z
    .string()
    .max(200, "must have at most 200 characters")
    .transform((value, context) => {
      const read = parseWrittenAmount(value);
      if (!("problem" in read)) return read;
      context.addIssue(read.problem);
      return z.NEVER;
    }),
  null,
);

const findParameters = {
  amount: {
    read(values) {
      const { value, faults } = figure.read(values);
      // A figure that cannot be read stays in its field for correction. Of two figures, neither is used.
      return { value: { text: values.length === 1 ? (values[0] ?? "") : "", figure: value }, faults };
    },
    write: (value) => (value.text === "" ? [] : [value.text]),
  } satisfies Parameter<FigureText>,
  /** A slug, a name or words of a name; empty for every company. */
  company: one(text(300), ""),
  /** Limits matches to actions signed in this month and windows that contain it. */
  month: one(matching(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month, written YYYY-MM"), null),
  query: queryOf(["agency", "grouped", "from", "to", "snapshot"]),
};
/** A search for a published figure. `from` and `to` add a window to the ones that are searched. */
export const findRequest = defineRequest(findParameters);
export type FindRequest = RequestOf<typeof findRequest>;
/** `/find`, with a table of each kind of match. */
export const findPageRequest = defineRequest({
  ...findParameters,
  table_sort: tableSorts(figureMatchKinds),
});

const checksParameters = { query: queryOf(["snapshot"]), verdict: choices(verdictNames) };
/** Published figures compared with the records. Without `verdict`, all of them. */
export const checksRequest = defineRequest(checksParameters);
export const checksApiRequest = defineRequest({ ...checksParameters, format: choice(["json", "csv"], null) });
export type ChecksRequest = RequestOf<typeof checksRequest>;

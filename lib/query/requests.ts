import { z } from "zod";
import { changeKinds } from "@/lib/contracts/changes";
import { type EndName, ends, type Within, withins } from "@/lib/contracts/ending";
import { type VehicleKind, vehicleKinds } from "@/lib/contracts/vehicles";
import { defineRequest, queryOf, type RequestOf } from "@/lib/query/codec";
import { filterNames } from "@/lib/query/filters";
import { choice, choices, day, matching, one, oneOf, type Parameter, text } from "@/lib/query/parameters";
import { searchWords } from "@/lib/query/parse";
import { parseWrittenAmount, type WrittenFigure } from "@/lib/query/written";

/**
 * The parameters of each page and endpoint: one codec reads its address and writes it. The order of the fields is the
 * order in which an address has them. `query` names the parameters of a list of contracts that have a meaning there.
 */

/** `/contracts`, and every endpoint that takes all parameters of a query and none besides. */
export const contractsRequest = defineRequest({ query: queryOf() });

/** The pages about one thing or many that keep the agencies and the grouping: `/`, a company, a brand, a vehicle. */
export const scopedRequest = defineRequest({ query: queryOf(["agency", "grouped", "snapshot"]) });

/** The pages of one contract and of the data, and the endpoints of one contract and of the columns. */
export const snapshotRequest = defineRequest({ query: queryOf(["snapshot"]) });

/** `/api/contracts/<key>`. */
export const contractRequest = defineRequest({
  query: queryOf(["snapshot"]),
  format: choice(["json", "csv"], "json"),
});

/** A parameter that the path gives already. */
const inPath = (name: string): Parameter<null> => ({
  read: (values) => ({
    value: null,
    faults: values.length > 0 ? [{ detail: `must be left out, for the path names the ${name}`, values }] : [],
  }),
  write: () => [],
});
/** `/api/agencies/<code>` and `/api/brands/<slug>`: a part of any selection. */
export const agencyApiRequest = defineRequest({ query: queryOf(), agency: inPath("agency") });
export const brandApiRequest = defineRequest({ query: queryOf(), brand: inPath("brand") });

/** An endpoint without parameters. */
export const bareRequest = defineRequest({ query: queryOf([]) });

export const agenciesRequest = defineRequest({ query: queryOf(["grouped", "snapshot"]) });

/** The page of an agency or an office. `fy=all` adds up all fiscal years; without `fy` it is the latest. */
export const agencyRequest = defineRequest({
  query: queryOf(["grouped", "fy", "snapshot"]),
  fy: {
    claims: (values) => values.join().toLowerCase() === "all",
    read: (values) => ({ value: values.length > 0 ? "all" : null, faults: [] }),
    write: (value) => (value === null ? [] : [value]),
  } satisfies Parameter<"all" | null>,
});

export type AgencyRequest = RequestOf<typeof agencyRequest>;

export const searchRequest = defineRequest({ query: queryOf(["q", "snapshot"]) });

export const brandsRequest = defineRequest({
  query: queryOf(["agency", "grouped", "snapshot"]),
  sort: choice(["-net", "name"], "-net"),
});
export type BrandSort = RequestOf<typeof brandsRequest>["sort"];

const companySorts = ["net", "added", "taken_back", "actions", "last_action", "company"];
/** Words that the name of a company or of one of its recipients has. `q` selects actions, so this is another parameter. */
const companyName = one(searchWords, "");

/** `/companies`. */
export const companiesRequest = defineRequest({
  query: queryOf(["agency", "grouped", "fy", "sort", "page", "size", "snapshot"], companySorts),
  name: companyName,
});
/** `/api/companies`, and its files: of any selection. */
export const companiesApiRequest = defineRequest({
  query: queryOf(undefined, companySorts),
  name: companyName,
});
export type CompaniesRequest = RequestOf<typeof companiesRequest>;

export const vehicleSorts = ["net", "orders", "companies", "last_action"] as const;
const vehicleChoice = {
  kind: choice(Object.keys(vehicleKinds) as [VehicleKind, ...VehicleKind[]], null),
  /** Words that all occur in a vehicle's number, kind, program, agency or companies. */
  name: one(
    text(200).transform((value) => value.trim()),
    "",
  ),
  /** Each order has the largest or the latest first. */
  sort: choice(vehicleSorts, "net"),
};
/** `/vehicles`. */
export const vehiclesRequest = defineRequest({
  query: queryOf(["agency", "grouped", "page", "size", "snapshot"]),
  ...vehicleChoice,
});
/** `/api/vehicles`: of any selection, not paged. */
export const vehiclesApiRequest = defineRequest({ query: queryOf(), ...vehicleChoice });
export type VehiclesRequest = RequestOf<typeof vehiclesRequest>;
export type VehicleChoice = Omit<VehiclesRequest, "query">;

/** Contracts that end soon: as a page, a calendar and JSON. */
export const endingRequest = defineRequest({
  query: queryOf([...filterNames, "amount", "grouped", "page", "size", "snapshot"]),
  within: one(
    oneOf(withins.map(String) as [string, ...string[]]).transform((value) => Number(value) as Within),
    90 as Within,
  ),
  end: choice(Object.keys(ends) as [EndName, ...EndName[]], "current"),
});
export type EndingChoice = Omit<RequestOf<typeof endingRequest>, "query">;

/** What changed between snapshots: as a page, JSON and feeds. No `kind` means every kind. */
export const changesRequest = defineRequest({
  query: queryOf(["view", ...filterNames, "amount", "grouped", "page", "size", "snapshot"]),
  kind: choices(changeKinds),
  /** Noticed on this day or later. */
  since: one(day, null),
  /** Whether administrative changes are listed too. */
  administrative: choice(["yes", "no"], "no"),
});
export type ChangesRequest = RequestOf<typeof changesRequest>;

/** A figure in a text: as given, and as read; `null` if it cannot be read. */
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

/** A figure from the press. `from` and `to` are one more window to add up. */
export const findRequest = defineRequest({
  amount: {
    read(values) {
      const { value, faults } = figure.read(values);
      // An unreadable figure stays in its field for correction; of two figures, neither counts.
      return { value: { text: values.length === 1 ? (values[0] ?? "") : "", figure: value }, faults };
    },
    write: (value) => (value.text === "" ? [] : [value.text]),
  } satisfies Parameter<FigureText>,
  /** A slug, a name or words of one; empty for every company. */
  company: one(text(300), ""),
  /** The month that an action was signed in, and that a window holds. */
  month: one(matching(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month, written YYYY-MM"), null),
  query: queryOf(["agency", "grouped", "from", "to", "snapshot"]),
});
export type FindRequest = RequestOf<typeof findRequest>;

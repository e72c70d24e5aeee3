import { z } from "zod";

import { changeKinds } from "@/lib/contracts/changes";
import {
  type actionColumns,
  type ColumnKind,
  columnsOf,
  type contractColumns,
  type View,
  views,
} from "@/lib/contracts/columns";
import { comparedParts } from "@/lib/contracts/comparisons";
import { ends } from "@/lib/contracts/expiring";
import { comparableGroupings, groupingNames } from "@/lib/contracts/groupings";
import { actionKinds } from "@/lib/contracts/kinds";
import { publishedMeasures, verdictNames } from "@/lib/contracts/published-figures";
import { hitKinds } from "@/lib/contracts/search-results";
import { suggestionKinds } from "@/lib/contracts/suggestions";
import { vehicleBases, vehicleKinds } from "@/lib/contracts/vehicles";
import { dollars } from "@/lib/http/json";

/**
 * The JSON of each endpoint. `toJson` makes dollars of what is money here, so every amount is named; other fields may be
 * missing here. They are added without notice, and never renamed. The OpenAPI document is made of it, and
 * `e2e/http/openapi.test.ts` checks the responses against it.
 */

const keysOf = <Key extends string>(record: Record<Key, unknown>) => Object.keys(record) as [Key, ...Key[]];

const count = z.int().nonnegative();
const day = z.iso.date();
const slug = z.string();
const company = z.looseObject({ slug, name: z.string().nullable() });
const figures = { net: dollars, added: dollars, taken_back: dollars, actions: count, contracts: count };
const totals = z.looseObject({ ...figures, companies: count });
const snapshot = z.looseObject({
  id: z.string(),
  data_through: day,
  retrieved: day.nullable(),
  problems: z.array(z.looseObject({ id: z.string(), title: z.string(), detail: z.string() })),
});
const query = z.looseObject({}).meta({ description: "The query as it was understood, defaults included" });
const page = z.looseObject({ number: count, size: count, rows: count, pages: count });

const schemaOf = {
  text: z.string(),
  code: z.string(),
  day,
  money: dollars,
  count: z.int(),
  flag: z.boolean(),
} as const satisfies Record<ColumnKind, z.ZodType>;

type Columns = { contracts: typeof contractColumns; actions: typeof actionColumns };
type SchemaOf<Column> = Column extends { kind: infer Kind extends ColumnKind }
  ? (typeof schemaOf)[Kind]
  : never;
type RowShape<V extends View> = {
  [Name in keyof Columns[V]]: z.ZodOptional<z.ZodNullable<SchemaOf<Columns[V][Name]>>>;
};

/** A row has the columns of the catalog that `cols` chooses and the snapshot has. */
const row = <V extends View>(view: V) =>
  z.looseObject(
    Object.fromEntries(
      columnsOf(view).map(([name, { kind, help }]) => [
        name,
        (name === "company" ? company : schemaOf[kind]).nullable().optional().meta({ description: help }),
      ]),
    ) as RowShape<V>,
  );
const contract = row("contracts");
const action = row("actions");
const contractAction = action.extend({
  running_total: dollars,
  kind: z.enum(keysOf(actionKinds)),
  kind_from: z.enum(["type", "modification", "text", "amount"]),
  kind_words: z.string().nullable(),
});

const groupPart = z.looseObject({ key: z.string().nullable(), label: z.string(), ...figures });
const group = groupPart.extend({ parts: z.array(groupPart).optional() });
const comparedPart = z.enum(keysOf(comparedParts));
const comparedPeriod = z.looseObject({ from: day, to: day, totals });
const named = z.looseObject({ code: z.string(), name: z.string(), totals });
const brand = z.looseObject({ slug, name: z.string(), owner: company });
const place = z.looseObject({
  slug,
  name: z.string(),
  listed_as: z.array(z.string()),
  city: z.string(),
  state: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  type: z.array(z.string()),
  first_listed: z.string(),
  last_listed: z.string(),
});
const namedIn = z.looseObject({ ...figures, brands: z.array(slug) });
const vehicle = z.looseObject({
  vehicle: z.string(),
  agency: z.string().nullable(),
  agency_name: z.string(),
  kind: z.enum(keysOf(vehicleKinds)),
  kind_name: z.string(),
  name: z.string().nullable(),
  basis: z.enum(vehicleBases),
});
const owned = z.looseObject({ while_owned: totals, before: totals }).nullable();
const identity = { key: z.string(), piid: z.string() };
const suggested = z.looseObject({ ...identity, in_records: dollars });
const byRecipient = z.array(z.looseObject({ recipient: z.string().nullable(), totals }));
const change = z.looseObject({
  id: z.uuid(),
  kind: z.enum(changeKinds),
  snapshot: z.string(),
  published: z.string(),
  noticed: day,
  agency: z.string(),
  contract: z.string().nullable(),
  company: company.nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  amount: dollars.nullable(),
  amount_before: dollars.nullable(),
  late: z.boolean(),
  administrative: z.boolean(),
  sentence: z.string(),
});

const subawardTotals = z.looseObject({
  reports: count,
  amount: dollars,
  repeats: count,
  repeated: dollars,
  companies: count,
  contracts: count,
});
const subawardCoverage = z.looseObject({ reports: count, from: day, to: day, through: day.nullable() });
const subaward = z.looseObject({
  report_id: z.string(),
  contract: z.string(),
  award_key: z.string().nullable(),
  piid: z.string(),
  agency: z.string(),
  prime: company,
  company,
  name: z.string(),
  uei: z.string().nullable(),
  parent: z.string().nullable(),
  number: z.string().nullable(),
  description: z.string().nullable(),
  signed: day,
  amount: dollars,
  reported: z.string().nullable(),
  modified: day.nullable(),
  repeats: z.string().nullable(),
});

const briefPiece = z.union([
  z.string(),
  z.looseObject({ text: z.string(), href: z.string() }),
  z.looseObject({ quote: z.string() }),
]);

const brief = {
  title: z.string(),
  lede: z.array(briefPiece),
  figures: z.array(
    z.looseObject({ label: z.string(), value: z.string(), href: z.string().nullable(), note: z.string() }),
  ),
  sections: z.array(z.looseObject({ title: z.string(), lines: z.array(z.array(briefPiece)) })),
};

const feed = z.looseObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: z.string(),
  next_url: z.string().optional(),
  items: z.array(
    z.looseObject({ id: z.string(), url: z.string(), title: z.string(), content_text: z.string() }),
  ),
});

/** The schemas that others refer to, by their name in the OpenAPI document. */
export const components = {
  Totals: totals,
  Snapshot: snapshot,
  Query: query,
  Page: page,
  Company: company,
  Contract: contract,
  Action: action,
  ContractAction: contractAction,
  Group: group,
  Brand: brand,
  Place: place,
  Vehicle: vehicle,
  Change: change,
  Problem: z.looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    parameters: z.array(z.looseObject({ name: z.string(), detail: z.string() })).optional(),
  }),
};

/** The rows of each view. */
export const rowOf = { contracts: contract, actions: action };

/** What `/api/contracts/{key}` gives for a PIID of several contracts. */
export const contractChoices = z.looseObject({ snapshot, choices: z.array(contract) });

/** The JSON of each endpoint, by the path of its handler. */
export const responses = {
  "/api/export": z.looseObject({ snapshot, query, totals, rows: z.array(z.union([contract, action])) }),
  "/api/contracts": z.looseObject({
    snapshot,
    query,
    totals,
    page,
    rows: z.array(z.union([contract, action])),
  }),
  "/api/contracts/{key}": z.looseObject({
    snapshot,
    contract: contract.extend({ facts_as_of: day.nullable() }),
    actions: z.array(contractAction),
    brands: z.array(z.looseObject({})),
    siblings: z.array(z.looseObject({ ...identity, net: dollars })),
    predecessors: z.array(suggested),
    successors: z.array(suggested),
    subcontracts: z
      .looseObject({
        coverage: subawardCoverage,
        totals: subawardTotals,
        award: z.looseObject({ obligated: dollars.nullable(), through: day.nullable() }),
        subcontractors: z.array(
          z.looseObject({
            ...subawardTotals.shape,
            company,
            names: z.array(z.string()),
            first: day,
            last: day,
          }),
        ),
      })
      .nullable(),
  }),
  "/api/groups": z.looseObject({
    snapshot,
    query,
    by: z.union([z.enum(groupingNames), z.array(z.enum(groupingNames))]),
    overlaps: z.boolean(),
    totals,
    groups: z.array(group),
    rest: z.looseObject({ ...figures, groups: count }).nullable(),
  }),
  "/api/year-to-date": z.looseObject({
    snapshot,
    query,
    rows: z.array(z.looseObject({ fiscal_year: count, date: day, net: dollars, running_total: dollars })),
  }),
  "/api/compare": z.looseObject({
    snapshot,
    query,
    by: z.enum(comparableGroupings),
    current: comparedPeriod,
    earlier: comparedPeriod,
    change: dollars,
    ratio: z.number().nonnegative().nullable().meta({
      description:
        "The current net divided by the earlier one; null where one is negative or the earlier is zero",
    }),
    notes: z.array(z.string()),
    parts: z.array(
      z.looseObject({
        part: comparedPart,
        groups: count,
        current: dollars,
        earlier: dollars,
        change: dollars,
      }),
    ),
    groups: z.array(
      z.looseObject({
        key: z.string().nullable(),
        label: z.string(),
        part: comparedPart,
        current: z.looseObject(figures),
        earlier: z.looseObject(figures),
        change: dollars,
        ratio: z.number().nonnegative().nullable(),
      }),
    ),
  }),
  "/api/companies": z.looseObject({
    snapshot,
    query,
    totals,
    rows: z.array(company.extend({ totals, before_owned: dollars, named_in: namedIn.nullable() })),
    only_named: z.array(company.extend({ named_in: namedIn })),
  }),
  "/api/companies/{slug}": z.looseObject({
    snapshot,
    query,
    company,
    recipients: z.array(
      z.looseObject({ name: z.string().nullable(), relation: z.string(), basis: z.string(), totals, owned }),
    ),
    total: totals,
    direct: totals,
    subsidiaries: totals,
    owned,
    named_in: z.looseObject({ totals, by_recipient: byRecipient, left_out: totals }),
    subcontracts: subawardTotals.nullable(),
    known_from_summaries: z.array(contract),
    years: z.array(
      z.looseObject({ fiscal_year: count, totals, rank: count.nullable(), all_companies: dollars }),
    ),
  }),
  "/api/companies/{slug}/brief": z.looseObject({
    snapshot,
    query,
    company,
    ...brief,
  }),
  "/api/subawards": z.looseObject({
    snapshot,
    query,
    coverage: subawardCoverage.nullable(),
    totals: subawardTotals,
    page,
    rows: z.array(subaward),
  }),
  "/api/brands": z.looseObject({
    snapshot,
    query,
    overlaps: z.literal(true),
    rows: z.array(brand.extend({ totals })),
  }),
  "/api/brands/{slug}": z.looseObject({
    snapshot,
    query,
    brand: brand.extend({
      pattern: z.array(z.string()),
      context: z.array(z.string()),
      exclude: z.array(z.string()),
    }),
    totals,
    left_out: totals,
    by_recipient: byRecipient,
  }),
  "/api/places": z.looseObject({
    snapshot,
    query,
    overlaps: z.literal(true),
    rows: z.array(place.extend({ totals })),
  }),
  "/api/places/{slug}": z.looseObject({
    snapshot,
    query,
    place: place.extend({
      phrases: z.array(z.string()),
      ambiguous: z.array(z.string()),
      context: z.array(z.string()),
      exclude: z.array(z.string()),
    }),
    totals,
    companies: z.array(group),
    years: z.array(group),
    whole_contracts: z.looseObject({ net: dollars, actions: count, contracts: count }),
    shared_with: z.array(z.looseObject({ slug, name: z.string(), actions: count })),
  }),
  "/api/agencies": z.looseObject({
    snapshot,
    query,
    totals,
    rows: z.array(named.extend({ offices: z.array(named) })),
  }),
  "/api/agencies/{code}": named.extend({
    snapshot,
    query,
    offices: z.array(named),
    years: z.array(z.looseObject({ totals })),
  }),
  "/api/vehicles": z.looseObject({
    snapshot,
    query,
    choice: z.looseObject({ kind: z.string().nullable(), name: z.string(), sort: z.string() }),
    totals,
    rows: z.array(
      vehicle.extend({ companies: z.array(company), first_action: day, last_action: day, totals }),
    ),
    none: totals.nullable(),
    unreported: totals.nullable(),
  }),
  "/api/vehicles/{id}": z.looseObject({
    snapshot,
    query,
    vehicle: z.string(),
    agreements: z.array(vehicle),
    facts: z.array(z.looseObject({ ...identity, potential_value: dollars.nullable() })),
    totals,
    orders: z.array(contract),
    companies: z.array(group),
  }),
  "/api/find": z.looseObject({
    snapshot,
    query,
    read: z.looseObject({
      text: z.string(),
      nearness: z.string().nullable(),
      value: dollars,
      from: dollars,
      below: dollars,
      step: dollars,
    }),
    hits: z.array(
      z.looseObject({
        kind: z.string(),
        measure: z.string(),
        match: z.array(z.string()),
        label: z.string(),
        window: z.looseObject({ from: day, to: day }),
        figure: dollars,
        steps: z.array(z.looseObject({ figure: dollars, from: day, to: day, records: z.string() })),
        records: z.string(),
      }),
    ),
    more: z.looseObject({}),
  }),
  "/api/checks": z.looseObject({
    snapshot,
    query,
    rows: z.array(
      z.looseObject({
        id: z.string(),
        publisher: z.string(),
        published: z.string().meta({ description: "A day, a month or a year, as far as it is known" }),
        seen_in: z.string(),
        url: z.string(),
        statement: z.string(),
        figure: z.string(),
        measure: z.enum(keysOf(publishedMeasures)),
        value: dollars,
        records: z.string().meta({ description: "The address of the list of the actions" }),
        from: day,
        to: day,
        net: dollars,
        added: dollars,
        taken_back: dollars,
        actions: count,
        contracts: count,
        whole: dollars,
        repeated: dollars,
        potential: dollars.nullable(),
        verdict: z.enum(verdictNames),
        other: z.string().nullable(),
        ours: dollars.nullable(),
        difference: dollars,
        factor: z.number().nullable(),
        reason: z.string(),
        note: z.string(),
      }),
    ),
  }),
  "/api/search": z.looseObject({
    snapshot,
    query,
    groups: z.array(
      z.looseObject({
        kind: z.enum(hitKinds),
        total: count,
        hits: z.array(
          z.looseObject({
            label: z.string(),
            href: z.string(),
            detail: z.string().nullable(),
            agencies: z.array(z.looseObject({ agency: z.string(), href: z.string(), totals })),
          }),
        ),
      }),
    ),
  }),
  "/api/suggest": z.looseObject({
    snapshot: z.looseObject({ id: z.string(), data_through: day }),
    query,
    hits: z.array(
      z.looseObject({
        kind: z.enum(suggestionKinds),
        label: z.string(),
        detail: z.string().nullable(),
        href: z.string(),
        net: dollars.nullable(),
        slug: slug.nullable(),
      }),
    ),
  }),
  "/api/changes": z.looseObject({
    snapshot,
    query,
    changes_since: day.nullable(),
    totals: z.looseObject({ entries: count, net: dollars, added: dollars, taken_back: dollars }),
    page,
    rows: z.array(change),
  }),
  "/api/changes/feed": feed,
  "/api/weeks": feed,
  "/api/actions/feed": feed,
  "/api/changes/{week}": z.looseObject({
    snapshot,
    query,
    week: z.string(),
    from: day,
    to: day,
    totals,
    new_contracts: totals,
    ...brief,
  }),
  "/api/expiring": z.looseObject({
    snapshot,
    query,
    today: day,
    from: day,
    to: day,
    end: z.enum(keysOf(ends)),
    has_end_dates: z.boolean(),
    contracts: count,
    known: z.looseObject({ contracts: count, recorded: count, usable: count }).nullable(),
    weeks: z.array(z.looseObject({ contracts: count })),
    page,
    rows: z.array(
      contract.extend({
        ...identity,
        ends: day,
        options_not_used: dollars.nullable(),
        estimate: z.string().nullable(),
      }),
    ),
  }),
  "/api/snapshots": z.looseObject({
    snapshots: z.array(
      z.looseObject({
        id: z.string(),
        built: z.string(),
        data_from: day,
        data_through: day,
        retrieved: day.nullable(),
        current: z.boolean(),
        files: z.array(z.looseObject({ file: z.string(), hash: z.string(), accepted: count })),
        totals,
      }),
    ),
  }),
  "/api/columns": z.looseObject({
    snapshot,
    columns: z.array(
      z.looseObject({
        view: z.enum(views),
        name: z.string(),
        label: z.string(),
        kind: z.enum(keysOf(schemaOf)),
        help: z.string(),
        sortable: z.boolean(),
        recorded: z.boolean(),
      }),
    ),
  }),
  "/api/health": z.looseObject({
    status: z.literal("ok"),
    snapshot: z.string(),
    rows: count,
    age_seconds: count,
  }),
} as const satisfies Record<string, z.ZodType>;

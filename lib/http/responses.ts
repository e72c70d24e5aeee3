import { z } from "zod";

import { changeKinds } from "@/lib/contracts/changes";
import { type ColumnKind, columnsOf, type View, views } from "@/lib/contracts/columns";
import { groupingNames } from "@/lib/contracts/groupings";
import { actionKinds } from "@/lib/contracts/kinds";
import { hitKinds } from "@/lib/contracts/search-results";
import { vehicleBases, vehicleKinds } from "@/lib/contracts/vehicles";

/**
 * The JSON of each endpoint, for the OpenAPI document. `e2e/http/openapi.test.ts` checks the responses against it. An object
 * may have more fields than are named here: fields are added without notice, and never renamed.
 */

const keysOf = <Key extends string>(record: Record<Key, unknown>) => Object.keys(record) as [Key, ...Key[]];

const dollars = z.number().meta({ description: "U.S. dollars, with at most two decimals" });
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

const schemaOf: Record<ColumnKind, z.ZodType> = {
  text: z.string(),
  code: z.string(),
  day,
  money: dollars,
  count: z.int(),
  flag: z.boolean(),
};

/** A row has the columns of the catalog that `cols` chooses and the snapshot has. */
const row = (view: View) =>
  z.looseObject(
    Object.fromEntries(
      columnsOf(view).map(([name, { kind, help }]) => [
        name,
        (name === "company" ? company : schemaOf[kind]).nullable().optional().meta({ description: help }),
      ]),
    ),
  );
const contract = row("contracts");
const action = row("actions");
const contractAction = action.extend({
  running_total: dollars,
  kind: z.enum(keysOf(actionKinds)),
  kind_from: z.enum(["type", "modification", "text", "amount"]),
  kind_words: z.string().nullable(),
});

const group = z.looseObject({ key: z.string().nullable(), label: z.string(), ...figures });
const named = z.looseObject({ code: z.string(), name: z.string(), totals });
const brand = z.looseObject({ slug, name: z.string(), owner: company });
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

/** The JSON of each endpoint, by the path of its handler. */
export const responses: Record<string, z.ZodType> = {
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
    siblings: z.array(z.looseObject({})),
    predecessors: z.array(z.looseObject({})),
    successors: z.array(z.looseObject({})),
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
    named_in: z.looseObject({ totals, by_recipient: byRecipient }),
    years: z.array(
      z.looseObject({ fiscal_year: count, totals, rank: count.nullable(), all_companies: dollars }),
    ),
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
    facts: z.array(z.looseObject({})),
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
        records: z.string(),
      }),
    ),
    more: z.looseObject({}),
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
  "/api/changes": z.looseObject({
    snapshot,
    query,
    changes_since: day.nullable(),
    totals: z.looseObject({ entries: count, net: dollars, added: dollars, taken_back: dollars }),
    page,
    rows: z.array(change),
  }),
  "/api/changes/feed": z.looseObject({
    version: z.literal("https://jsonfeed.org/version/1.1"),
    title: z.string(),
    next_url: z.string().optional(),
    items: z.array(
      z.looseObject({ id: z.string(), url: z.string(), title: z.string(), content_text: z.string() }),
    ),
  }),
  "/api/ending": z.looseObject({
    snapshot,
    query,
    today: day,
    from: day,
    to: day,
    has_end_dates: z.boolean(),
    contracts: count,
    known: z.looseObject({ contracts: count, recorded: count, usable: count }).nullable(),
    weeks: z.array(z.looseObject({ contracts: count })),
    page,
    rows: z.array(z.looseObject({ key: z.string(), piid: z.string(), ends: day })),
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
};

import { change, defaults, type Query } from "@/lib/query/query";
import { findRequest } from "@/lib/query/requests";
import { parseWrittenAmount, type WrittenFigure } from "@/lib/query/written-figure";
import { suggest } from "@/lib/search/suggest";
import { listCompanies } from "@/lib/store/companies";
import { findCompany, readCompany } from "@/lib/store/company";
import { findContract } from "@/lib/store/contract";
import { groups, listActions, listContracts, totals } from "@/lib/store/contracts";
import { amountCounts, facets } from "@/lib/store/facets";
import { find } from "@/lib/store/find";
import type { Store } from "@/lib/store/open";
import { overview } from "@/lib/store/overview";
import { search as searchBox } from "@/lib/store/search";
import { listVehicles } from "@/lib/store/vehicles";

/** A query of the interface, and a minimal statement with about the same result. */
export interface BenchQuery {
  name: string;
  /** The budget that applies. */
  kind: "query" | "deep" | "search" | "suggest";
  ask: (store: Store) => Promise<unknown>;
  bare: string;
}

/** Values from the records at hand, so that the queries fit any number of rows. */
export interface BenchSubject {
  contracts: number;
  /** The company with the most actions of ICE, and its contract with the most actions. */
  company: string;
  contract: string;
  /** The brand with the most mentions in actions of ICE. */
  brand: string;
  /** A word that occurs in one description only. */
  rare: string;
}

const all = defaults("contracts");
const actions = defaults("actions");
const ice = "a.agency_code = '7012'";
const sums = "sum(a.amount_cents), sum(a.amount_cents) filter (a.amount_cents > 0), count(*)";

/** One page of a list and its totals, as the workbench and `/api/contracts` ask for it. */
const page = (query: Query) => (store: Store) =>
  Promise.all([
    totals(store, query),
    (query.view === "contracts" ? listContracts : listActions)(store, query),
  ]);

const contractsBare = (condition: string, order = "sum(a.amount_cents) desc, a.contract", offset = 0) =>
  `select c.*, s.* from (select a.contract, ${sums}, sum(count(*)) over () from actions a where ${ice} and ${condition}
    group by a.contract order by ${order} limit 50 offset ${offset}) s join contracts c on c.id = s.contract`;

const groupsBare = (column: string) =>
  `select a.${column}, ${sums} from actions a where ${ice} group by 1 order by 2 desc`;

/** A substring of an action's search text or its recipient's name: a plain scan. */
const searchBare = (...texts: string[]) =>
  contractsBare(
    texts
      .map(
        (text) =>
          `(contains(a.search, '${text}') or a.recipient in (select id from recipients where contains(lower(name), '${text}')))`,
      )
      .join(" and "),
  );

/** What users type into the search box. */
const typedTexts = [
  "palantir technologies",
  "thompson reuters",
  "delloite",
  "booz alen hamilton",
  "70CTD022FR0000170",
];

/** One text after another, as each letter makes it longer. */
const nextTyped = (() => {
  const texts = typedTexts.flatMap((text) =>
    Array.from({ length: text.length - 1 }, (_, index) => text.slice(0, index + 2)),
  );
  let next = -1;
  return () => {
    next = (next + 1) % texts.length;
    return texts[next] ?? "";
  };
})();

/** Every query of the interface, those of its pages first. */
export function benchQueries({ contracts, company, contract, brand, rare }: BenchSubject): BenchQuery[] {
  const middle = Math.max(1, Math.ceil(contracts / 2 / all.size));
  const search = (name: string, q: string, bare: string): BenchQuery => ({
    name: `search: ${name}`,
    kind: "search",
    ask: page(change(all, { q })),
    bare,
  });
  return [
    {
      name: "default view: contracts by net, page and totals",
      kind: "query",
      ask: page(all),
      bare: contractsBare("true"),
    },
    {
      name: "actions, newest first, page and totals",
      kind: "query",
      ask: page(actions),
      bare: `select a.*, (select count(*) from actions a where ${ice}) from actions a where ${ice} order by a.action_date desc, a.id limit 50`,
    },
    {
      name: "contracts sorted by company",
      kind: "query",
      ask: page(change(all, { sort: "company" })),
      bare: contractsBare("true", "any_value(a.company), a.contract"),
    },
    {
      name: "contracts of $1m to $5m in the period",
      kind: "query",
      ask: page(change(all, { min: "1000000", max: "5000000", amount: "period" })),
      bare: `select * from (select a.contract, ${sums}, sum(count(*)) over () from actions a where ${ice} group by 1
        having sum(a.amount_cents) between 100000000 and 500000000 order by 2 desc limit 50) s join contracts c on c.id = s.contract`,
    },
    {
      name: "contracts with actions of $1m to $5m",
      kind: "query",
      ask: page(change(all, { min: "1000000", max: "5000000", amount: "action" })),
      bare: contractsBare("a.amount_cents between 100000000 and 500000000"),
    },
    {
      name: "contracts of one company",
      kind: "query",
      ask: page(change(all, { company: [company] })),
      bare: contractsBare(`a.company = (select id from companies where slug = '${company}')`),
    },
    {
      name: "contracts that name one brand",
      kind: "query",
      ask: page(change(all, { brand: [brand] })),
      bare: contractsBare(
        `a.id in (select action from mentions where brand = (select id from brands where slug = '${brand}'))`,
      ),
    },
    search("one word", "detention", searchBare("detention")),
    search("two words", "detention services", searchBare("detention", "services")),
    search("a phrase", '"detention services"', searchBare("detention services")),
    search("a rare word", rare, searchBare(rare)),
    search("a part of words", "etentio", searchBare("etentio")),
    {
      name: "the counts of all facets",
      kind: "query",
      ask: (store) => facets(store, all),
      bare: `select a.company, a.office, a.fiscal_year, a.category, a.parent, sign(a.amount_cents), null, ${sums} from actions a where ${ice}
        group by grouping sets ((a.company), (a.office), (a.fiscal_year), (a.category), (a.parent), (sign(a.amount_cents)))
        union all select null, null, null, null, null, null, m.brand, ${sums} from actions a join mentions m on m.action = a.id
        where ${ice} group by m.brand`,
    },
    {
      name: "how large the contracts are, in bins",
      kind: "query",
      ask: (store) => amountCounts(store, all),
      bare: `select sign(net), floor(log10(abs(net)) * 2), count(*) from (select nullif(sum(a.amount_cents), 0) as net from actions a
        where ${ice} group by a.contract) group by 1, 2`,
    },
    ...(["company", "office", "month", "fiscal_year", "category"] as const).map(
      (by): BenchQuery => ({
        name: `groups by ${by.replace("_", " ")}`,
        kind: "query",
        ask: (store) => groups(store, all, by),
        bare: groupsBare(by),
      }),
    ),
    {
      name: "groups by brand",
      kind: "query",
      ask: (store) => groups(store, all, "brand"),
      bare: `select m.brand, ${sums} from actions a left join mentions m on m.action = a.id where ${ice} group by 1 order by 2 desc`,
    },
    {
      name: `deep page: contracts, page ${middle} (the middle)`,
      kind: "deep",
      ask: page(change(all, { page: middle })),
      bare: contractsBare("true", "sum(a.amount_cents) desc, a.contract", all.size * (middle - 1)),
    },
    {
      name: "one contract with its actions and siblings",
      kind: "query",
      ask: (store) => findContract(store, contract),
      bare: `select a.* from contracts c join actions a on a.contract = c.id where c.key = '${contract}' order by a.id`,
    },
    {
      name: "one company: figures, years, rank, recipients, mentions",
      kind: "query",
      ask: async (store) => {
        const found = await findCompany(store, company);
        return found && readCompany(store, found, all);
      },
      bare: `select a.recipient, a.fiscal_year, ${sums} from actions a
        where ${ice} and a.company = (select id from companies where slug = '${company}')
        group by grouping sets ((a.recipient), (a.fiscal_year), ())`,
    },
    {
      name: "every company, ranked, with those only named",
      kind: "query",
      ask: (store) => listCompanies(store, { query: all, name: "" }),
      bare: groupsBare("company"),
    },
    {
      name: "every vehicle",
      kind: "query",
      ask: (store) => listVehicles(store, all),
      bare: groupsBare("parent"),
    },
    {
      name: "the search box: one word",
      kind: "query",
      ask: (store) => searchBox(store, "palantir"),
      bare: searchBare("palantir"),
    },
    {
      name: "suggestions, letter by letter, with misspelled names",
      kind: "suggest",
      ask: (store) => suggest(store, change(all, { q: nextTyped() }), null),
      bare: "select id, name from companies where contains(lower(name), 'palan') limit 10",
    },
    {
      name: "a press figure: $29.8 million",
      kind: "query",
      ask: (store) =>
        find(
          store,
          parseWrittenAmount("$29.8 million") as WrittenFigure,
          findRequest.read(new URLSearchParams()).value,
          null,
        ),
      bare: `select * from actions a where ${ice} and a.amount_cents between 2975000000 and 2989999999`,
    },
    {
      name: "front page, whole",
      kind: "query",
      ask: (store) => overview(store, all),
      bare: `select a.company, a.office, a.category, a.month, ${sums} from actions a where ${ice}
        group by grouping sets ((a.company), (a.office), (a.category), (a.month), ())`,
    },
  ];
}

/** Finds the values that the queries need. */
export async function subjectOf(store: Store): Promise<BenchSubject> {
  const [found] = await store.rows<Omit<BenchSubject, "rare">>({
    text: `select (select count(distinct contract)::integer from actions a where ${ice}) as contracts, slug as company,
        (select key from contracts c where c.company = a.company order by c.actions desc, c.id limit 1) as contract,
        (select slug from brands order by (select count(*) from mentions m join actions a on a.id = m.action
          where m.brand = brands.id and ${ice}) desc, slug limit 1) as brand
      from actions a join companies on companies.id = a.company where ${ice} and slug <> 'not-reported'
      group by a.company, slug order by count(*) desc, slug limit 1`,
    values: [],
  });
  const [word] = await store.rows<{ rare: string }>({
    text: `select rare from (select unnest(list_distinct(regexp_extract_all(search, '[a-z]{7,}'))) as rare from actions a where ${ice})
      group by rare having count(*) = 1 order by md5(rare) limit 1`,
    values: [],
  });
  if (!found || !word) throw new Error("The records hold nothing of ICE to ask about.");
  return { ...found, ...word };
}

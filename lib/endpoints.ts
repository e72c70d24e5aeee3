/** An address that responds with data. */
interface Endpoint {
  /** The path as documents write it, with variable parts in braces. */
  path: string;
  /** Paths with the same data in another format. */
  also?: readonly string[];
  /** The path of the route handler below `app`; default `path`. */
  handler?: string;
  /** An address to try. */
  example: string;
  /** What it responds with, for the table on /data and the OpenAPI document; `{kinds}` stands for the kinds of actions. */
  answer: string;
  /** Whether crawlers should stay away: whole exports, and groups of every filter. */
  isEndless?: boolean;
}

/**
 * Every data endpoint. Rewrites, the proxy, robots.txt, the table on /data and the OpenAPI document are made from this list;
 * `lib/endpoints.test.ts` compares it with the route handlers. This file has no imports: next.config.ts loads it without the
 * aliases of tsconfig.json.
 */
export const endpoints: readonly Endpoint[] = [
  {
    path: "/contracts.csv",
    handler: "/api/export",
    isEndless: true,
    example: "/contracts.csv?company=palantir&view=actions",
    answer:
      "Every selected row as CSV (UTF-8 with BOM). Any list address with .csv gives the rows of that list.",
  },
  {
    path: "/contracts.json",
    handler: "/api/export",
    isEndless: true,
    example: "/contracts.json?company=palantir",
    answer: "Every selected row as one JSON document.",
  },
  {
    path: "/api/export",
    isEndless: true,
    example: "/api/export?format=ndjson&company=palantir",
    answer: "The same with format=csv, json or ndjson.",
  },
  {
    path: "/api/contracts",
    example: "/api/contracts?company=palantir",
    answer: "A page of rows, with snapshot, query and totals.",
  },
  {
    path: "/api/contracts/{key}",
    example: "/api/contracts/70CTD022FR0000170",
    answer:
      "One contract by award key, <sub-agency>-<PIID> or PIID, with every action, its running total and its kind; format=csv gives the running total as a table. 404 when unknown; 300 with choices when a PIID has several. The kinds: {kinds}. kind_from and kind_words say what each was read from. predecessors and successors are suggestions: other orders near in time that describe the same thing, with the rare words of both.",
  },
  {
    path: "/api/groups",
    example: "/api/groups?by=fiscal_year&company=palantir",
    answer:
      "Net, added, taken back, actions and contracts by one dimension or two; top=N keeps the N largest, by time the N newest, and puts the others into rest. Where overlaps is true (brand), an action can count in several groups.",
  },
  {
    path: "/groups.csv",
    also: ["/groups.json"],
    handler: "/api/groups",
    isEndless: true,
    example: "/groups.csv?by=fiscal_year&by=agency&agency=7012&agency=7014",
    answer:
      "The same groups as CSV, as every chart links to it; what top=N leaves over is the last row, so that the rows add up to the totals. Also /groups.json, and /api/groups with format=csv.",
  },
  {
    path: "/groups.png",
    also: ["/groups.svg"],
    handler: "/api/groups/image",
    example: "/groups.png?by=company&top=10&fy=2026",
    answer:
      "The groups by one dimension drawn as a picture to publish, with question, measure, selection, source and address; also /groups.svg. Without top the 20 largest, with it up to 50.",
  },
  {
    path: "/api/companies",
    also: ["/companies.csv", "/companies.json"],
    example: "/api/companies?fy=2025",
    answer:
      "Every company of the selection, or recipient with grouped=no, with its totals; before_owned is the part of its net from before it owned a recipient, as far as the day is known. name= finds companies by their name or a recipient’s. Not paged. Also /companies.json and /companies.csv.",
  },
  {
    path: "/api/companies/{slug}",
    example: "/api/companies/thomson-reuters",
    answer:
      "One company: its recipients with relation and basis, total, direct, subsidiaries, fiscal years, and the awards of others that its brands’ rules count as naming it, with those that only match the words (left_out). owned splits the total into while_owned and before, what was signed before the company owned the recipient; it is null where nothing is known to be from before. A recipient has the same split, with owned_since, a day, month or year, and owned_basis.",
  },
  {
    path: "/api/brands",
    example: "/api/brands",
    answer: "Every brand that is looked for in descriptions, with its owner and its totals. They overlap.",
  },
  {
    path: "/api/brands/{slug}",
    example: "/api/brands/azure",
    answer:
      "One brand: its rule and examples, its totals, the recipients whose awards it counts, and left_out: the actions that match its words and that the rule does not count. Both together are a plain search for the words.",
  },
  {
    path: "/api/agencies",
    example: "/api/agencies?fy=2026",
    answer: "Every awarding agency with its totals and its offices’. All filters but agency count.",
  },
  {
    path: "/api/agencies/{code}",
    example: "/api/agencies/7012",
    answer: "One agency: totals, offices and fiscal years.",
  },
  {
    path: "/api/vehicles",
    example: "/api/vehicles?fy=2026",
    answer:
      "Every parent agreement of the selection with its kind, companies and totals, and what is under none or not reported; kind=, name= and sort= choose. Not paged.",
  },
  {
    path: "/api/vehicles/{id}",
    example: "/api/vehicles/GS35F0086U",
    answer: "One parent agreement: what its number says, its orders and companies.",
  },
  {
    path: "/api/find",
    example: "/api/find?amount=29.8M",
    answer:
      "The actions, sums of contracts and sums of windows that a written figure can stand for, rounded or cut off, the likeliest first; also running totals of contracts (kind running, with the days of each total in steps), for every company a contract ever had. company=, month=, from= and to= narrow.",
  },
  {
    path: "/api/search",
    example: "/api/search?q=west+publishing",
    answer:
      "What fits some words, by kind: companies, recipients, brands, contracts, vehicles, agencies, offices, words; up to 8 of each with the figures of each agency.",
  },
  {
    path: "/api/changes",
    example: "/api/changes?company=palantir",
    answer:
      "What each snapshot holds otherwise than the one before, newest first; kind=, since= and administrative=yes choose.",
  },
  {
    path: "/changes.atom",
    also: ["/changes.json"],
    handler: "/api/changes/feed",
    example: "/changes.atom?agency=7012",
    answer: "The same as a feed, for any query; also /changes.json (JSON Feed).",
  },
  {
    path: "/api/ending",
    also: ["/ending.ics", "/ending.json"],
    example: "/api/ending?within=90",
    answer:
      "Contracts by current or potential end (end=potential) in the next 30, 60, 90 or 180 days, counted from today in Washington, where the records give ends; /ending.ics is the same as a calendar.",
  },
  {
    path: "/api/snapshots",
    example: "/api/snapshots",
    answer:
      "The snapshots that are kept, the newest first, each with its files and its totals of all agencies. Any page and any address here reads one of them with snapshot= and its id.",
  },
  { path: "/api/columns", example: "/api/columns", answer: "The column dictionary." },
  { path: "/api/health", example: "/api/health", answer: "Status, snapshot, rows and age." },
];

const pathsOf = ({ path, also = [] }: Endpoint) => [path, ...also];

/** Paths outside `/api`, each with its route handler. The handler reads the format from the extension. */
export const rewrites = endpoints.flatMap((endpoint) =>
  pathsOf(endpoint)
    .filter((path) => !path.startsWith("/api/"))
    .map((path) => ({ source: path, destination: endpoint.handler ?? endpoint.path })),
);

/** The paths that robots.txt disallows. */
export const endlessPaths = endpoints.filter(({ isEndless }) => isEndless).flatMap(pathsOf);

const handlers = new Map(rewrites.map(({ source, destination }) => [source, destination]));

/** The path of the handler that responds at a path. Next matches paths in any case. */
export function handlerOf(path: string): string {
  const plain = path.toLowerCase();
  return handlers.get(plain) ?? plain;
}

/** Files for search engines. */
const crawlerFile = /^\/(?:robots\.txt|sitemap\.xml|sitemaps\/.*)$/;

/** Whether a path responds with data or files instead of a page. */
export const isEndpoint = (path: string): boolean =>
  /^\/api(?:\/|$)/.test(handlerOf(path)) || crawlerFile.test(path.toLowerCase());

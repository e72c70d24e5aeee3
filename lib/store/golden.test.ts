import { describe, expect, it } from "vitest";

import type { Totals } from "@/lib/contracts/totals";
import { parseQuery } from "@/lib/query/parse";
import type { Query } from "@/lib/query/query";
import { type WholeContract, wholeContract } from "@/lib/store/contract";
import { groups, listActions, listContracts, listShown, totals } from "@/lib/store/contracts";
import { csvLines } from "@/lib/store/export";
import type { Store } from "@/lib/store/open";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

/** Figures that are known to be right, to the cent, as a URL asks for them. */

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

/** A URL's query; `{company of X}` stands for the company that recipient X is grouped under. */
async function read(text: string): Promise<Query> {
  const params = new URLSearchParams(text);
  const named = /^\{company of (.+)\}$/.exec(params.get("company") ?? "");
  if (named) {
    const [row] = await store.rows<{ slug: string }>({
      text: "select slug from companies where id = (select company from recipients where name = ?)",
      values: [named[1] ?? ""],
    });
    params.set("company", row?.slug ?? "");
  }
  const { query, problems } = parseQuery(params);
  expect(problems).toEqual([]);
  return query;
}

const palantir = "company={company of PALANTIR TECHNOLOGIES INC.}";
const csi = "company={company of CSI AVIATION, INC}";

const figures: [what: string, url: string, expected: Partial<Totals>][] = [
  [
    "Palantir, April 11, 2025",
    `${palantir}&from=2025-04-11&to=2025-04-11`,
    { net: 29_898_236_00, actions: 1, contracts: 1, companies: 1 },
  ],
  [
    "Palantir, Sept. 25, 2025",
    `${palantir}&from=2025-09-25&to=2025-09-25&min=29898236&max=29898236&amount=action`,
    { net: 29_898_236_00, actions: 1, contracts: 1 },
  ],
  [
    "Palantir, calendar 2025",
    `${palantir}&from=2025-01-01&to=2025-12-31`,
    { net: 81_098_690_32, actions: 7, contracts: 1, companies: 1 },
  ],
  ["Palantir, all records", palantir, { net: 318_638_423_10, actions: 39, contracts: 8, companies: 1 }],
  [
    "Palantir, as recorded",
    "recipient=palantir technologies inc.&grouped=no",
    { net: 318_638_423_10, actions: 39, contracts: 8, companies: 1 },
  ],
  ["All ICE, July to December 2025", "from=2025-07-01&to=2025-12-31", { net: 3_693_886_923_34 }],
  ["All ICE, January to June 2025", "from=2025-01-01&to=2025-06-30", { net: 1_492_691_487_60 }],
  ["CSI Aviation", `${csi}&from=2025-01-20&to=2026-01-15`, { net: 1_229_984_583_77, companies: 1 }],
  [
    "CSI Aviation, as recorded",
    "recipient=CSI AVIATION, INC&grouped=no&from=2025-01-20&to=2026-01-15",
    { net: 1_229_984_583_77, companies: 1 },
  ],
  [
    "All ICE, FY2025",
    "fy=2025",
    { net: 3_988_661_487_38, added: 4_171_586_227_15, taken_back: -182_924_739_77 },
  ],
  ["All ICE, FY2026 through 20 August", "fy=2026", { net: 6_770_140_465_18 }],
  ["All ICE, FY2026 to 20 August", "fy=2026&to=2026-08-20", { net: 6_770_140_465_18 }],
  ["All ICE, FY2025 to the same date", "fy=2025&to=2025-08-20", { net: 2_435_372_233_36 }],
  [
    "Many words, each in some text",
    "q=palantir technologies software support services 70",
    { net: 171_287_500_98, actions: 22 },
  ],
  [
    "Many words, some of them excluded",
    "q=air charter services inc -guard -medical",
    { net: 2_048_981_366_94, actions: 111 },
  ],
  ["ICE FY2021", "fy=2021", { net: 2_531_913_298_35, actions: 5_295 }],
  ["ICE FY2022", "fy=2022", { net: 2_853_539_871_39, actions: 5_601 }],
  ["ICE FY2023", "fy=2023", { net: 3_120_255_314_93, actions: 5_197 }],
  ["ICE FY2024", "fy=2024", { net: 3_209_821_693_16, actions: 4_091 }],
  ["CBP FY2021", "agency=7014&fy=2021", { net: 3_486_868_471_74, actions: 6_204 }],
  ["CBP FY2022", "agency=7014&fy=2022", { net: 4_654_702_679_20, actions: 6_335 }],
  ["CBP FY2023", "agency=7014&fy=2023", { net: 6_705_834_224_42, actions: 6_059 }],
  ["CBP FY2024", "agency=7014&fy=2024", { net: 5_763_907_174_36, actions: 6_127 }],
  ["CBP FY2025", "agency=7014&fy=2025", { net: 10_172_214_196_52, actions: 6_446 }],
  ["CBP FY2026", "agency=7014&fy=2026", { net: 33_488_574_630_94, actions: 4_422 }],
  ["All of both", "agency=7012&agency=7014", { actions: 62_963 }],
  ["All ICE", "", { actions: 27_370, contracts: 12_245 }],
];

describe.each(figures)("%s", (_, url, expected) => {
  it("is exact as totals", async () => {
    const found = await totals(store, await read(url));
    expect(found).toMatchObject(expected);
    expect(found.added + found.taken_back).toBe(found.net);
  });

  it("is exact as a sum of months, of companies and of agencies", async () => {
    const query = await read(url);
    const whole = await totals(store, query);
    for (const by of ["month", "company", "agency"] as const) {
      const found = await groups(store, query, by, { top: 5 });
      const parts = [...found.groups, ...(found.rest ? [found.rest] : [])];
      for (const name of ["net", "added", "taken_back", "actions"] as const) {
        expect(parts.reduce((sum, part) => sum + part[name], 0)).toBe(whole[name]);
      }
    }
  });

  it("is exact as a sum of the exported amounts", async () => {
    const query = await read(
      `view=actions&cols=federal_action_obligation${url.replace(/^(?=.)/, "&").replace("&amount=action", "")}`,
    );
    let [sum, rows] = [0, 0];
    for await (const lines of await csvLines(store, query, new AbortController().signal)) {
      for (const line of Buffer.from(lines).toString().trimEnd().split("\r\n")) {
        sum += Number((line.split(",")[0] ?? "").replace(".", ""));
        rows += 1;
      }
    }
    const whole = await totals(store, query);
    expect({ net: sum, actions: rows }).toEqual({ net: whole.net, actions: whole.actions });
    expect(sum).toBe(expected.net ?? sum);
  });
});

it.each([
  // The award itself is in the records; its latest action moves funds.
  ["70CDCR22FR0000034", "INTENSIVE SUPERVISION APPEARANCE PROGRAM (ISAP IV)"],
  // The award is older than the records, and the latest action closes the order.
  [
    "70CDCR18FR0000002",
    "DAILY CHARTER FLIGHT SERVICES FOR REMOVAL OF ALIEN NATIONALS. COVID19 RELATION: GUARANTEED",
  ],
  ["70CDCR20C00000001", "UNACCOMPANIED ALIEN CHILDREN AND FAMILY UNITS TRANSPORTATION SERVICES"],
])("says what contract %s is for", async (piid, purpose) => {
  const [contract] = await listContracts(store, await read(`q="${piid}"`));
  expect(contract?.purpose?.startsWith(purpose)).toBe(true);
  expect(contract?.description).not.toBe(contract?.purpose);
});

it("keeps the two actions of 70CTD022FR0000170 that agree in their amount", async () => {
  const found = (await wholeContract(store, "70CTD022FR0000170")) as WholeContract;
  const equal = found.actions.filter(({ federal_action_obligation: cents }) => cents === 29_898_236_00);
  expect(equal.map(({ modification_number, action_date }) => [modification_number, action_date])).toEqual([
    ["P00009", "2025-04-11"],
    ["P00012", "2025-09-25"],
  ]);
  expect(found.actions.at(-1)?.running_total).toBe(found.contract.in_records);
});

it.each([
  {
    view: "contracts",
    shown: ["net", "actions"],
    always: ["key", "piid", "company", "office", "base_included"],
  },
  {
    view: "actions",
    shown: ["action_date", "category"],
    always: ["contract", "award_id_piid", "modification_number", "company", "office"],
  },
] as const)(
  "lists rows of $view with some columns as it lists them whole",
  async ({ view, shown, always }) => {
    const sort = view === "actions" ? "-action_date" : "-net";
    const query: Query = { ...(await read(palantir)), view, sort, size: 5, page: 2 };
    const whole: object[] = await (view === "contracts" ? listContracts : listActions)(store, query);
    const names = new Set<string>([...always, ...shown]);
    const some = whole.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name))),
    );
    expect(some.length).toBe(view === "contracts" ? 3 : 5);
    expect(await listShown(store, query, shown)).toEqual(some);
  },
);

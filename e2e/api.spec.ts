import http from "node:http";

import Papa from "papaparse";
import type { APIRequestContext } from "playwright/test";
import { expect, test } from "playwright/test";

interface Totals {
  net: number;
  added: number;
  taken_back: number;
  actions: number;
  contracts: number;
  companies: number;
}
interface Answer {
  snapshot: { id: string; data_through: string; problems: { id: string }[] };
  totals: Totals;
  page: { number: number; size: number; rows: number; pages: number };
  rows: Record<string, unknown>[];
}

async function get<Body = Answer>(request: APIRequestContext, path: string, status = 200): Promise<Body> {
  const response = await request.get(path);
  expect(response.status(), path).toBe(status);
  return (await response.json()) as Body;
}

/** Dollars of a text as whole cents, so that a sum is exact. */
const cents = (text: string) => Math.round(Number(text) * 100);

/** The rows of a CSV answer, its byte order mark taken away. */
async function rowsOf(request: APIRequestContext, path: string): Promise<Record<string, string>[]> {
  const response = await request.get(path);
  expect(response.status(), path).toBe(200);
  const text = (await response.body()).toString("utf8");
  expect(text.startsWith("\uFEFF")).toBe(true);
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;
}

const golden: [string, string, Partial<Totals>][] = [
  ["Palantir", "company=palantir", { net: 318638423.1, actions: 39, contracts: 8, companies: 1 }],
  [
    "Palantir in 2025",
    "company=palantir&from=2025-01-01&to=2025-12-31",
    { net: 81098690.32, actions: 7, contracts: 1 },
  ],
  ["July to December 2025", "from=2025-07-01&to=2025-12-31", { net: 3693886923.34 }],
  ["January to June 2025", "from=2025-01-01&to=2025-06-30", { net: 1492691487.6 }],
  ["CSI Aviation", "company=csi-aviation&from=2025-01-20&to=2026-01-15", { net: 1229984583.77 }],
  ["FY2025", "fy=2025", { net: 3988661487.38, added: 4171586227.15, taken_back: -182924739.77 }],
  ["FY2026 to date", "fy=2026", { net: 6770140465.18 }],
  ["FY2025 to the same date", "fy=2025&to=2025-08-20", { net: 2435372233.36 }],
];

for (const [name, query, expected] of golden) {
  test(`${name} is the figure of the record, in rows, groups and export`, async ({ request }) => {
    const answer = await get(request, `/api/contracts?${query}`);
    expect(answer.totals).toMatchObject(expected);

    const grouped = await get<{ totals: Totals; groups: Totals[]; rest: Totals | null }>(
      request,
      `/api/groups?by=company&top=5&${query}`,
    );
    const parts = [...grouped.groups, ...(grouped.rest ? [grouped.rest] : [])];
    expect(parts.reduce((sum, part) => sum + cents(String(part.net)), 0)).toBe(cents(String(expected.net)));
    expect(parts.reduce((sum, part) => sum + part.actions, 0)).toBe(answer.totals.actions);

    const rows = await rowsOf(request, `/contracts.csv?view=actions&${query}`);
    expect(rows).toHaveLength(answer.totals.actions);
    const sum = rows.reduce((total, row) => total + cents(row.federal_action_obligation ?? ""), 0);
    expect(sum).toBe(cents(String(expected.net)));
  });
}

test("the twins of Palantir's largest order are two actions", async ({ request }) => {
  const whole = await get<{ contract: { in_records: number }; actions: Record<string, unknown>[] }>(
    request,
    "/api/contracts/70CTD022FR0000170",
  );
  const twins = whole.actions.filter(({ federal_action_obligation: amount }) => amount === 29898236);
  expect(twins.map(({ modification_number, action_date }) => [modification_number, action_date])).toEqual([
    ["P00009", "2025-04-11"],
    ["P00012", "2025-09-25"],
  ]);
  expect(whole.actions.at(-1)?.running_total).toBe(whole.contract.in_records);
});

test("one order has three names and one answer", async ({ request }) => {
  const { contract } = await get<{ contract: { key: string } }>(request, "/api/contracts/70CTD022FR0000170");
  for (const name of [contract.key, "7012-70CTD022FR0000170", "70ctd022fr0000170"]) {
    const same = await get<{ contract: { key: string } }>(request, `/api/contracts/${name}`);
    expect(same.contract.key).toBe(contract.key);
  }
});

test("rows, CSV and JSON of one query are the same in the same order", async ({ request }) => {
  const query = "view=actions&office=70CMSD&fy=2025&sort=-federal_action_obligation";
  const answer = await get(request, `/api/contracts?${query}&size=500`);
  const json = await get(request, `/contracts.json?${query}`);
  const csv = await rowsOf(request, `/contracts.csv?${query}`);
  const lines = (await (await request.get(`/api/export?format=ndjson&${query}`)).text()).trim().split("\n");
  expect(json.totals).toEqual(answer.totals);
  expect(json.rows.slice(0, 500)).toEqual(answer.rows);
  expect(lines.map((line) => JSON.parse(line))).toEqual(json.rows);
  expect(csv.map((row) => row.transaction_description)).toEqual(
    json.rows.map((row) => row.transaction_description ?? ""),
  );
  expect(csv[0]?.snapshot).toBe(answer.snapshot.id);
});

test("an export has the chosen columns in the chosen order", async ({ request }) => {
  const response = await request.get("/contracts.csv?company=palantir&cols=piid&cols=net");
  expect(response.headers()["content-disposition"]).toContain("palantir");
  expect(response.headers()["content-type"]).toContain("text/csv");
  const [header, ...lines] = (await response.text()).replace("\uFEFF", "").trim().split("\r\n");
  expect(header).toBe("piid,net");
  expect(lines).toHaveLength(8);
  expect(lines[0]).toBe("70CTD022FR0000170,150703824.61");
});

test("no agency means ICE; both can be asked for", async ({ request }) => {
  const ice = await get(request, "/api/contracts?fy=2025");
  const cbp = await get(request, "/api/contracts?fy=2025&agency=7014");
  const both = await get(request, "/api/contracts?fy=2025&agency=7012&agency=7014");
  expect(cbp.totals.net).toBe(10172214196.52);
  expect(both.totals.actions).toBe(ice.totals.actions + cbp.totals.actions);
  expect(cents(String(both.totals.net))).toBe(cents(String(ice.totals.net)) + cents(String(cbp.totals.net)));
});

test("months run on without a gap", async ({ request }) => {
  const { groups } = await get<{ groups: { key: string }[] }>(request, "/api/groups?by=month&q=ammunition");
  const keys = groups.map(({ key }) => Number(key.slice(0, 4)) * 12 + Number(key.slice(5)));
  expect(keys.length).toBeGreaterThan(24);
  expect(keys.every((key, index) => index === 0 || key === (keys[index - 1] ?? 0) + 1)).toBe(true);
});

test("two-way groups add up to the totals", async ({ request }) => {
  const { totals, groups } = await get<{ totals: Totals; groups: (Totals & { key2: string })[] }>(
    request,
    "/api/groups?by=office&by=fiscal_year&agency=7012&agency=7014",
  );
  expect(groups.every(({ key2 }) => /^\d{4}$/.test(key2))).toBe(true);
  expect(groups.reduce((sum, { net }) => sum + cents(String(net)), 0)).toBe(cents(String(totals.net)));
});

test("groups as CSV add up to the totals, what is left over in their last row", async ({ request }) => {
  const { totals, snapshot } = await get<{ totals: Totals; snapshot: { id: string } }>(
    request,
    "/api/groups?by=company&fy=2025",
  );
  const response = await request.get("/groups.csv?by=company&top=10&fy=2025");
  expect(response.headers()["content-disposition"]).toBe(
    `attachment; filename="ice-groups-by-company_fy-2025_top-10_${snapshot.id}.csv"`,
  );
  const text = await response.text();
  expect(text.startsWith("\uFEFFkey,label,net,added,taken_back,actions,contracts,snapshot\r\n")).toBe(true);
  const rows = await rowsOf(request, "/groups.csv?by=company&top=10&fy=2025");
  expect(rows).toHaveLength(11);
  expect(rows.at(-1)).toMatchObject({
    key: "",
    label: expect.stringMatching(/^All other companies \([\d,]+\)$/),
  });
  expect(rows.every((row) => row.snapshot === snapshot.id && /^-?\d+\.\d\d$/.test(row.net ?? ""))).toBe(true);
  for (const name of ["net", "added", "taken_back"] as const) {
    const sum = rows.reduce((all, row) => all + cents(row[name] ?? ""), 0);
    expect(sum, name).toBe(cents(String(totals[name])));
  }
  expect(rows.reduce((all, row) => all + Number(row.actions), 0)).toBe(totals.actions);
  expect(await (await request.get("/api/groups?by=company&top=10&fy=2025&format=csv")).text()).toBe(text);
  expect(await (await request.get("/groups.json?by=company&fy=2025")).json()).toMatchObject({ totals });
});

test("two-way groups as CSV name both things and add up", async ({ request }) => {
  const rows = await rowsOf(request, "/groups.csv?by=fiscal_year&by=agency&agency=7012&agency=7014");
  const { totals } = await get<{ totals: Totals }>(request, "/api/groups?by=agency&agency=7012&agency=7014");
  expect(Object.keys(rows[0] ?? {}).slice(0, 4)).toEqual(["key", "label", "key2", "label2"]);
  expect(new Set(rows.map(({ key2 }) => key2))).toEqual(new Set(["7012", "7014"]));
  expect(rows.reduce((all, { net }) => all + cents(net ?? ""), 0)).toBe(cents(String(totals.net)));
});

test("the running total of a contract is a file, too", async ({ request }) => {
  const rows = await rowsOf(request, "/api/contracts/70CTD022FR0000170?format=csv");
  const { contract } = await get<{ contract: { in_records: number } }>(
    request,
    "/api/contracts/70CTD022FR0000170",
  );
  expect(rows.at(-1)?.running_total).toBe(contract.in_records.toFixed(2));
});

const refused: [string, string[]][] = [
  ["/api/contracts?min=abc", ["min"]],
  ["/api/contracts?fy=99999", ["fy"]],
  ["/api/contracts?page=-1", ["page"]],
  ["/api/contracts?sort=;drop", ["sort"]],
  [`/api/contracts?q=${"x".repeat(10_000)}`, ["q"]],
  ["/api/contracts?page=1&page=2&sort=a&sort=b", ["sort", "page"]],
  ["/api/contracts?min=5&max=1", ["min", "max"]],
  ["/api/contracts?size=501&nothing=1", ["nothing", "size"]],
  ["/api/groups", ["by"]],
  ["/api/groups?by=sqlite_master", ["by"]],
  ["/api/groups?by=company&top=0", ["top"]],
  ["/api/export?format=xlsx", ["format"]],
  ["/groups.csv?by=company&format=json", ["format"]],
  ["/api/groups?by=company&format=ndjson", ["format"]],
  ["/api/contracts/70CTD022FR0000170?format=xlsx", ["format"]],
  ["/contracts.csv?cols=net&view=actions", ["cols"]],
  ["/contracts.json?from=2025-02-30", ["from"]],
  ["/api/contracts?q=%00", ["q"]],
  ["/api/groups?by=%20", ["by"]],
  ["/api/health?x=1", ["x"]],
  ["/api/columns?x=1&fy=2024", ["x", "fy"]],
  ["/api/contracts/70CTD022FR0000170?x=1&fy=2024", ["x", "fy"]],
];
for (const [path, names] of refused) {
  test(`${path.slice(0, 60)} is refused by name`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(400);
    expect(response.headers()["content-type"]).toContain("application/problem+json");
    const problem = (await response.json()) as {
      status: number;
      detail: string;
      parameters: { name: string }[];
    };
    expect(problem.parameters.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    expect(problem.detail).not.toMatch(/Error|node_modules|\bat \//);
  });
}

test("an empty value is the parameter left out", async ({ request }) => {
  for (const path of [
    "/api/contracts?foo=&by=&min=%20&size=1",
    "/api/contracts/70CTD022FR0000170?x=&snapshot=",
    "/api/groups?by=office&by=&top=%20",
    "/api/columns?x=",
    "/api/health?x=%20",
    "/api/export?format=%20&company=palantir",
  ]) {
    expect((await request.get(path)).status(), path).toBe(200);
  }
});

test("the snapshot being served can be named everywhere", async ({ request }) => {
  const { snapshot } = await get(request, "/api/contracts?size=1");
  for (const path of [
    "/api/contracts?size=1",
    "/api/contracts/70CTD022FR0000170?",
    "/api/groups?by=office",
    "/api/columns?",
    "/api/export?company=palantir",
  ]) {
    expect((await request.get(`${path}&snapshot=${snapshot.id}`)).status(), path).toBe(200);
    expect((await request.get(`${path}&snapshot=another`)).status(), path).toBe(404);
  }
});

test("what the records do not hold is an empty answer", async ({ request }) => {
  for (const query of [
    "company=nobody",
    "agency=9999",
    "psc=NOTHING",
    "vehicle=X1",
    "brand=no-such-brand",
    "fy=1980",
    "page=999999",
  ]) {
    const answer = await get(request, `/api/contracts?${query}`);
    expect(answer.rows, query).toEqual([]);
  }
});

test("unknown paths, contracts and snapshots are problem documents", async ({ request }) => {
  for (const path of [
    "/api/nothing",
    "/api",
    "/api/contracts/NOSUCHPIID",
    "/api/contracts?snapshot=nothing",
    "/api/contracts/%00",
  ]) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(404);
    expect(response.headers()["content-type"], path).toContain("application/problem+json");
  }
});

test("a path that is no text is a problem document", async ({ baseURL }) => {
  const { hostname, port } = new URL(baseURL ?? "");
  for (const path of ["/api/companies/%", "/api/contracts/%zz", "/api/vehicles/%ff"]) {
    // Sent as it is: what a browser sends has been put right before.
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      http.get({ hostname, port, path }, resolve).on("error", reject);
    });
    expect(response.statusCode, path).toBe(400);
    expect(response.headers["content-type"], path).toBe("application/problem+json");
    response.resume();
  }
});

test("only reading is allowed, anywhere", async ({ request }) => {
  for (const path of [
    "/api/contracts",
    "/api/nothing",
    "/contracts.csv",
    "/contracts.json",
    "/",
    "/contracts",
  ]) {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const refused = await request.fetch(path, { method, data: "x".repeat(1_000) });
      expect(refused.status(), `${method} ${path}`).toBe(405);
      expect(refused.headers().allow).toBe("GET, HEAD, OPTIONS");
      expect(refused.headers()["content-type"]).toBe("application/problem+json");
      expect(refused.headers()["access-control-allow-origin"]).toBe("*");
      expect((await refused.json()).status).toBe(405);
    }
    const options = await request.fetch(path, { method: "OPTIONS" });
    expect(options.status()).toBe(204);
    expect(options.headers().allow).toBe("GET, HEAD, OPTIONS");
  }
});

test("an answer that has not changed is not sent again", async ({ request }) => {
  for (const path of [
    "/api/contracts?fy=2025",
    "/api/groups?by=office",
    "/contracts.csv?company=palantir",
    "/groups.csv?by=office",
    "/api/columns",
  ]) {
    const first = await request.get(path);
    const tag = first.headers().etag ?? "";
    expect(tag).not.toBe("");
    expect(first.headers()["access-control-allow-origin"]).toBe("*");
    const second = await request.get(path, { headers: { "if-none-match": tag } });
    expect(second.status(), path).toBe(304);
  }
  const one = await request.get("/api/contracts?fy=2025&min=1m");
  const other = await request.get("/api/contracts?min=1000000&fy=FY2025");
  const different = await request.get("/api/contracts?min=1000001&fy=FY2025");
  expect(other.headers().etag).toBe(one.headers().etag);
  expect(different.headers().etag).not.toBe(one.headers().etag);
});

test("asking for the head of a download takes no download's place", async ({ request }) => {
  for (let asked = 0; asked < 40; asked += 1) {
    const head = await request.head("/contracts.csv?view=actions&company=palantir");
    expect(head.status()).toBe(200);
    expect(head.headers()["content-disposition"]).toContain("company-palantir");
  }
  expect((await request.get("/contracts.csv?company=palantir")).status()).toBe(200);
});

test("health says which snapshot answers", async ({ request }) => {
  const health = await get<{ status: string; snapshot: string; rows: number; age_seconds: number }>(
    request,
    "/api/health",
  );
  expect(health).toMatchObject({ status: "ok", rows: 62_963 });
  expect(health.age_seconds).toBeGreaterThanOrEqual(0);
});

test("the dictionary explains every column that an answer has", async ({ request }) => {
  const { columns } = await get<{ columns: { view: string; name: string; help: string }[] }>(
    request,
    "/api/columns",
  );
  for (const view of ["contracts", "actions"]) {
    const { rows } = await get(request, `/api/contracts?view=${view}&size=1`);
    const explained = columns
      .filter((column) => column.view === view && column.help.length > 20)
      .map(({ name }) => name);
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(explained.toSorted());
  }
});

test("a list is a file under its name in capitals too", async ({ request }) => {
  const answer = await request.get("/contracts.JSON?company=palantir");
  expect(answer.headers()["content-type"]).toContain("application/json");
  expect(answer.headers()["content-security-policy"]).toBeUndefined();
  expect((await answer.json()).rows).toHaveLength(8);
});

test("a chart is a picture too, with a name that says what it shows", async ({ request }) => {
  const address = "/groups.png?by=company&top=10&fy=2025";
  const answer = await request.get(address);
  expect(answer.headers()["content-type"]).toBe("image/png");
  expect(answer.headers()["content-disposition"]).toMatch(
    /^inline; filename="ice-by-company_fy-2025_top-10_\w+\.png"$/,
  );
  expect((await answer.body()).subarray(1, 4).toString()).toBe("PNG");
  const again = await request.get(address, { headers: { "if-none-match": answer.headers().etag ?? "" } });
  expect(again.status()).toBe(304);
  const drawn = await request.get("/groups.svg?by=month&company=palantir");
  expect(drawn.headers()["content-type"]).toBe("image/svg+xml");
  expect(await drawn.text()).toMatch(/^<svg /);
  const refused = await get<{ parameters: { name: string; detail: string }[] }>(
    request,
    "/groups.png?by=company&by=month&top=0",
    400,
  );
  expect(refused.parameters.map(({ name }) => name)).toEqual(["by", "top"]);
  expect(refused.parameters[0]?.detail).toMatch(/^must be one of company,/);
  const large = await get<{ parameters: { detail: string }[] }>(
    request,
    "/groups.png?by=recipient&top=51",
    400,
  );
  expect(large.parameters[0]?.detail).toBe("must be one whole number from 1 to 50");
});

import { expect, it } from "vitest";
import { paperColors } from "@/components/ui/themes";

import { pagesOf } from "./page";
import { siteOf } from "./site";

const site = siteOf("bundled");
const page = pagesOf(site);
const head = async (path: string) => (await page(path)).head;
const palantir = "/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730";

/** Pages of every kind, by canonical address. */
const paths = [
  "/",
  "/?agency=7014",
  "/contracts",
  "/contracts?agency=7014",
  palantir,
  "/companies",
  "/companies?agency=7014",
  "/companies/palantir",
  "/companies/palantir?agency=7014",
  "/companies/openai",
  "/agencies",
  "/agencies/7012",
  "/agencies/7014",
  "/agencies/7012/offices/70CDCR",
  "/vehicles",
  "/vehicles/GS35F0086U",
  "/brands",
  "/brands/azure",
  "/changes",
  "/expiring",
  "/find",
  "/search",
  "/data",
];

it("serves every kind of page complete, with security headers", async () => {
  const nonces = new Set<string>();
  const served = [...paths, "/method/style"];
  for (const path of served) {
    const found = await page(path);
    const { status, headers, html } = found;
    expect(status, path).toBe(200);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy, path).toMatch(/default-src 'self'; script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
    for (const rule of [
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ])
      expect(policy, path).toContain(rule);
    expect(policy, path).not.toContain("unsafe");
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("referrer-policy"), path).toBe("strict-origin-when-cross-origin");
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    const scripts = found.all('script:not([type="application/ld+json"])');
    expect(scripts.attributes("nonce"), path).toEqual(Array(scripts.count).fill(nonce));
    nonces.add(nonce);
    expect(html, `${path} has a part that only scripts show`).not.toMatch(/<template id="B:|id="S:\d/);
    expect(found.all("h1").count, path).toBe(1);
  }
  expect(nonces.size).toBe(served.length);
});

it("gives a 404 page for an unknown address, also for one that looks like a file", async () => {
  for (const path of [
    "/no-such-page",
    "/nope.json",
    "/humans.txt",
    "/contracts/nope.json",
    "/contracts/70CTD022FR0000170.json",
    "/brands/no-such-brand",
    "/brands/constructor",
    "/agencies/9999",
    "/agencies/7014/offices/70CDCR",
    "/agencies/7012/offices/NOSUCH",
    "/vehicles/NOSUCH",
    "/vehicles/none",
    "/vehicles/unreported",
  ]) {
    const found = await page(path);
    const { status, headers, html } = found;
    expect(status, path).toBe(404);
    expect(headers.get("content-security-policy"), path).toContain("default-src 'self'");
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("referrer-policy"), path).toBe("strict-origin-when-cross-origin");
    expect(found.all("h1").text, path).toBe("Page not found");
    expect(html, path).not.toMatch(/<template id="B:|id="S:\d/);
  }
});

/** Pages that read parameters. */
const readingPages = [
  "/",
  "/contracts",
  "/contracts/70CTD022FR0000170",
  "/companies",
  "/companies/palantir",
  "/brands",
  "/brands/azure",
  "/agencies",
  "/agencies/7012",
  "/agencies/7012/offices/70CDCR",
  "/vehicles",
  "/vehicles/GS35F0086U",
  "/expiring",
  "/changes",
  "/search",
  "/find",
  "/data",
];

it("names the parameters that a page cannot read, on every page, but no blank ones", async () => {
  for (const path of readingPages) {
    const found = await page(`${path}?snapshot=another&color=blue&size=&fy=%20`);
    const notice = found.notices("We ignored part of this link");
    expect(notice.all("li").texts, path).toEqual([
      "color is not a known parameter; given: blue",
      "snapshot must be the ID of a stored snapshot (listed on /data#snapshots); given: another",
    ]);
    expect(notice.links("Remove them").hrefs, path).toEqual([path]);
  }
});

const unknown = /^\w+ is not a known parameter; given: \w+$/;
const elsewhere = (name: string, value: number | string) =>
  `${name} works only on the list of contracts; given: ${value}`;

it.each<[address: string, says: (string | RegExp)[], removed?: string, list?: string]>([
  [
    "/?agency=7014&fy=2024&utm_source=x",
    [unknown, elsewhere("fy", 2024)],
    "/?agency=7014",
    "/contracts?agency=7014&fy=2024",
  ],
  ["/?color=blue&min=abc", [unknown, /^min must be an amount/], "/"],
  [
    "/contracts?company=palantir&min=lots&page=0&utm_source=x&fy=",
    [unknown, /^min must be an amount/, /^page must be/],
    "/contracts?company=palantir",
  ],
  [
    `/contracts?company=palantir&min=10&max=5&from=2025-02-01&to=2025-01-01&q=two%00words&fy=2025&fy=${"x".repeat(600)}&fy=%3Cb%3E`,
    [
      "q must not contain control characters; given: two\uFFFDwords",
      `fy must be a fiscal year such as 2025; given: ${"x".repeat(40)}… (600 characters), <b>`,
      "min must not be above max; given: 10 and 5",
      "from must not be after to; given: 2025-02-01 and 2025-01-01",
    ],
    "/contracts?company=palantir&fy=2025",
  ],
  [
    "/agencies/7014?fy=1900&min=5&color=blue",
    [unknown, /^fy must be a fiscal year from 1978 to 2049/, elsewhere("min", 5)],
    "/agencies/7014",
    "/contracts?agency=7014&min=5&amount=period",
  ],
  [
    "/brands?sort=price&color=blue",
    [/^sort must be one of -net, net, -name, .*; given: price$/, unknown],
    "/brands",
  ],
  ["/brands/tableau?fy=2025", [elsewhere("fy", 2025)], "/brands/tableau", "/contracts?fy=2025&brand=tableau"],
  [
    "/companies?fy=2025&office=70CMSD&sort=piid&color=blue",
    [
      unknown,
      /^sort must be one of net, added, taken_back, actions, last_action, company, rank/,
      elsewhere("office", "70CMSD"),
    ],
    "/companies?fy=2025",
    "/contracts?office=70CMSD&fy=2025",
  ],
  ["/companies/palantir?min=5&color=red", [unknown, elsewhere("min", 5)], "/companies/palantir"],
  [
    "/vehicles?kind=sewp&fy=2024&color=blue",
    [/^kind must be one of schedule/, unknown, elsewhere("fy", 2024)],
    "/vehicles",
  ],
  ["/expiring?within=7", [/^within must be one of 30, 60, 90, 180, 365; given: 7$/], "/expiring"],
  ["/changes?since=yesterday", [/^since must be a real date/], "/changes"],
  [
    "/find?amount=between+10m+and+15m&month=April&color=blue&company=palantir",
    [/^amount must be one figure; this has 2 numbers/, /^month must be a month, written YYYY-MM/, unknown],
    "/find?company=palantir",
  ],
  [
    `/search?q=${"x".repeat(501)}&fy=2025`,
    [/^q must have at most 500 characters; given: x+… \(501 characters\)$/, elsewhere("fy", 2025)],
    "/search",
  ],
  ["/search?q=a%00b", [/^q must not contain control characters/], "/search"],
])("says what is wrong with %s, removes it, and opens the list where it works", async (...row) => {
  const [address, says, removed, list] = row;
  const notice = (await page(address)).notices("We ignored part of this link");
  expect(notice.all("li").texts).toEqual(
    says.map((text) => (typeof text === "string" ? text : expect.stringMatching(text))),
  );
  expect(notice.links(/^Remove (?:it|them)$/).hrefs).toEqual([removed]);
  if (list) expect(notice.links(/^Open the contract list/).hrefs).toEqual([list]);
});

it("a bound that cannot be read stays in its field", async () => {
  const found = await page("/contracts?company=palantir&min=lots");
  expect(found.all("input", "Minimum amount in dollars").attributes("value")).toEqual(["lots"]);
  expect(found.named("Result").text).toContain("39 actions · 8 contracts · 1 company");
});

it("never writes the theme cookie into the page", async () => {
  const rootOf = async (cookie: string) =>
    /<html[^>]*>/.exec(await (await site.fetch("/find", { headers: { cookie } })).text())?.[0];
  expect(await rootOf('theme=dark" onload="alert(1)')).toMatch(/^<html (?!.*(onload|data-theme))/);
  expect(await rootOf("theme=dark")).toContain(' data-theme="dark"');
});

it("redirects to recorded codes", async () => {
  for (const [path, status, location] of [
    ["/agencies/7012/offices/70cdcr?grouped=no", 308, "/agencies/7012/offices/70CDCR?grouped=no"],
  ] as const) {
    const response = await site.fetch(path, { redirect: "manual" });
    expect(response.status, path).toBe(status);
    expect(response.headers.get("location"), path).toBe(location);
  }
});

it("gives every page a title and description of its own and its canonical address", async () => {
  const titles = new Set<string>();
  const sentences = new Set<string>();
  for (const path of paths) {
    const found = await head(path);
    expect(found, path).toMatchObject({
      canonical: `${site.origin}${path}`,
      descriptions: [expect.stringMatching(/^.{50,}$/)],
      robots: [],
      card: [found.pictures.length > 0 ? "summary_large_image" : "summary"],
      graph: ["og:description", "og:locale", "og:site_name", "og:title", "og:type", "og:url"],
    });
    titles.add(found.title);
    sentences.add(found.descriptions.join());
  }
  expect(titles.size).toBe(paths.length);
  expect(sentences.size).toBe(paths.length);
});

it("names the chart of a page of sums as its picture", async () => {
  for (const [path, picture] of [
    ["/", "/year-to-date.png?shape=link"],
    ["/contracts?fy=2025", "/groups.png?by=company&fy=2025&shape=link"],
    ["/companies/palantir", "/groups.png?by=fiscal_year&company=palantir&shape=link"],
    [
      "/contracts/70CTD022FR0000170",
      "/contract.png?key=CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730&shape=link",
    ],
  ] as const) {
    expect((await head(path)).pictures, path).toEqual([`${site.origin}${picture}`]);
  }
  expect((await head("/companies/openai")).pictures).toEqual([]);
  const contract = await page("/contracts/70CTD022FR0000170");
  const property = (name: string) => contract.all(`meta[property="og:${name}"]`).attributes("content");
  expect(property("title")).toEqual([
    "ICE obligated $150.7 million to Palantir on this contract since Sept. 20, 2022",
  ]);
  expect([property("image:width"), property("image:height")]).toEqual([["1200"], ["630"]]);
  for (const address of [
    "/groups.png?by=fiscal_year&company=palantir&shape=link",
    "/contract.png?key=70CTD022FR0000170&shape=link&theme=dark",
  ]) {
    const drawn = await site.fetch(address);
    expect(drawn.headers.get("content-type")).toBe("image/png");
    const png = Buffer.from(await drawn.arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  }
  expect((await site.fetch("/contract.png?key=none")).status).toBe(404);
});

it("draws the pictures of the front page and of a list", { tags: ["deep"] }, async () => {
  for (const path of ["/year-to-date.png", "/groups.png?by=company&top=10&fy=2025"]) {
    expect((await site.fetch(path)).headers.get("content-type"), path).toBe("image/png");
  }
});

it("describes a page by its figure, window and source", async () => {
  expect((await head("/companies/palantir")).descriptions).toEqual([
    "$318,638,423.10 obligated (net) by ICE to Palantir in 39 actions on 8 contracts, signed from Oct. 1, 2020, through Aug. 20, 2026. From contract actions published by USAspending.gov.",
  ]);
});

it("gives one selection in another order or shape the same canonical address, and accepts blank parameters", async () => {
  const { snapshot } = await site.json<{ snapshot: string }>("/api/health");
  const blank = "/contracts?sort=net&page=2&size=20&cols=piid&show=month&min=&fy=%20&color=";
  for (const [path, known] of [
    [`/companies/palantir?snapshot=${snapshot}`, "/companies/palantir"],
    [blank, "/contracts"],
    ["/companies?sort=company&page=3", "/companies"],
    ["/brands?sort=net", "/brands"],
    [`/contracts/70CTD022FR0000170?snapshot=${snapshot}`, palantir],
  ] as const) {
    expect(await head(path), path).toMatchObject({ canonical: `${site.origin}${known}`, robots: [] });
  }
  for (const path of [`/companies/palantir?snapshot=${snapshot}`, blank]) {
    const found = await page(path);
    expect(found.notices("We ignored part of this link").count, path).toBe(0);
    expect(found.notices("You are viewing").count, path).toBe(0);
  }
});

it("keeps endless selections out of search engines", async () => {
  for (const [path, known] of [
    ["/contracts?company=palantir&page=1&sort=piid", "/contracts?company=palantir"],
    ["/contracts?view=actions&fy=2025", "/contracts?view=actions&fy=2025"],
    ["/companies?name=group", "/companies?name=group"],
    ["/search?q=guard", "/search?q=guard"],
    ["/find?amount=29.8M", "/find?amount=29.8M"],
    ["/agencies/7012?fy=2024", "/agencies/7012?fy=2024"],
    ["/changes?since=2026-01-01", "/changes?since=2026-01-01"],
  ] as const) {
    expect(await head(path), path).toMatchObject({
      canonical: `${site.origin}${known}`,
      robots: ["noindex, follow"],
    });
  }
  expect((await head("/no-such-page")).robots).toContain("noindex");
});

it("describes the records as a dataset, with files that exist", async () => {
  const { things } = await page("/data");
  expect(things).toEqual([
    expect.objectContaining({
      "@context": "https://schema.org",
      "@type": "Dataset",
      url: `${site.origin}/data`,
      temporalCoverage: "2020-10-01/2026-08-20",
      isAccessibleForFree: true,
    }),
  ]);
  const files = things[0]?.distribution as { contentUrl: string; encodingFormat: string; "@type": string }[];
  expect(files.length).toBeGreaterThanOrEqual(3);
  for (const { contentUrl, encodingFormat, ...file } of files) {
    expect(file["@type"]).toBe("DataDownload");
    const answer = await site.fetch(contentUrl, { method: "HEAD" });
    expect(answer.status, contentUrl).toBe(200);
    expect(answer.headers.get("content-type"), contentUrl).toContain(encodingFormat);
  }
});

it("lists the pages above a page as breadcrumbs", async () => {
  expect((await page("/agencies/7012/offices/70CDCR")).things[0]).toMatchObject({
    "@type": "BreadcrumbList",
    itemListElement: [
      { position: 1, name: "Agencies", item: `${site.origin}/agencies` },
      { position: 2, item: `${site.origin}/agencies/7012` },
      { position: 3, name: "Detention Compliance and Removals" },
    ],
  });
});

it("has the icons and the manifest that a page names", async () => {
  const home = await page("/");
  expect(home.all('meta[name="theme-color"]').attributes("content")).toEqual([
    paperColors.light,
    paperColors.dark,
  ]);
  for (const rel of ["icon", "apple-touch-icon", "manifest"]) {
    const paths = home.all(`link[rel="${rel}"]`).hrefs;
    expect(paths.length, rel).toBeGreaterThan(0);
    for (const path of paths) expect((await site.fetch(path)).status, path).toBe(200);
  }
  const { icons } = await site.json<{ icons: { src: string; type: string }[] }>("/manifest.webmanifest");
  for (const { src, type } of icons) {
    const icon = await site.fetch(src);
    expect(icon.status, src).toBe(200);
    expect(icon.headers.get("content-type"), src).toBe(type);
  }
});

it("every page says when, and by whom, the records of its years were retrieved", async () => {
  const lineOf = async (address: string) => (await page(address)).all("main details").text;
  for (const [address, days] of [
    ["/", "retrieved from Feb. 13, 2026, to Aug. 22, 2026, by a third party"],
    ["/contracts?fy=2025&fy=2026", "retrieved Aug. 22, 2026, by a third party"],
    ["/contracts?to=2022-09-30", "retrieved from Feb. 13, 2026, to Feb. 17, 2026, by a third party"],
    ["/companies?fy=2024", "retrieved Feb. 17, 2026, by a third party"],
    ["/contracts/70CTD026FR0000008", "retrieved Aug. 22, 2026, by a third party"],
    ["/companies/no-such-company", "retrieved from Feb. 13, 2026, to Aug. 22, 2026, by a third party"],
  ] as const)
    expect(await lineOf(address), address).toContain(days);
  expect((await page("/")).all("main").links("by a third party").hrefs).toEqual(["/data#sources"]);
});

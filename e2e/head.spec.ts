import { expect, type Page, test } from "playwright/test";

const palantir = "/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730";

/** Pages of every kind by the address that search engines should know them under. */
const pages = [
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
  "/ending",
  "/find",
  "/search",
  "/data",
];

/** What the head of the page at an address says, as it is served. */
async function headOf(page: Page, path: string) {
  const html = await (await page.request.get(path)).text();
  return page.evaluate((text) => {
    const { head } = new DOMParser().parseFromString(text, "text/html");
    const contents = (selector: string) =>
      [...head.querySelectorAll(selector)].map((tag) => tag.getAttribute("content"));
    return {
      title: head.querySelector("title")?.textContent ?? "",
      canonical: head.querySelector('link[rel="canonical"]')?.getAttribute("href"),
      descriptions: contents('meta[name="description"]'),
      robots: contents('meta[name="robots"]'),
      card: contents('meta[name="twitter:card"]'),
      pictures: contents('meta[property="og:image"]'),
      graph: [...head.querySelectorAll('meta[property^="og:"]:not([property^="og:image"])')].map((tag) =>
        tag.getAttribute("property"),
      ),
    };
  }, html);
}

test("every page says in its head what it is, in one sentence of its own, and where it is known", async ({
  page,
  baseURL,
}) => {
  const titles = new Set<string>();
  const sentences = new Set<string>();
  for (const path of pages) {
    const head = await headOf(page, path);
    expect(head, path).toMatchObject({
      canonical: `${baseURL}${path}`,
      descriptions: [expect.stringMatching(/^.{50,}$/)],
      robots: [],
      card: [head.pictures.length > 0 ? "summary_large_image" : "summary"],
    });
    expect(head.graph.toSorted(), path).toEqual([
      "og:description",
      "og:locale",
      "og:site_name",
      "og:title",
      "og:type",
      "og:url",
    ]);
    titles.add(head.title);
    sentences.add(head.descriptions.join());
  }
  expect(titles.size).toBe(pages.length);
  expect(sentences.size).toBe(pages.length);
});

test("a link to a page of sums is shown with its chart, drawn", async ({ page, baseURL }) => {
  for (const [path, picture] of [
    ["/", "/groups.png?by=company&top=10&fy=2026"],
    ["/contracts?fy=2025", "/groups.png?by=company&top=10&fy=2025"],
    ["/companies/palantir", "/groups.png?by=fiscal_year&company=palantir"],
  ] as const) {
    expect((await headOf(page, path)).pictures, path).toEqual([`${baseURL}${picture}`]);
    expect((await page.request.get(picture)).headers()["content-type"], path).toBe("image/png");
  }
  expect((await headOf(page, "/companies/openai")).pictures).toEqual([]);
});

test("a description states the figure of the page, its window and its source", async ({ page }) => {
  expect((await headOf(page, "/companies/palantir")).descriptions).toEqual([
    "$318,638,423.10 obligated (net) by ICE to Palantir in 39 actions on 8 contracts, signed from 1 October 2020 through 20 August 2026. From contract actions published by USAspending.gov.",
  ]);
});

test("the same in another order or shape is known under one address, and what has no end is not listed", async ({
  page,
  request,
  baseURL,
}) => {
  const { snapshot } = await (await request.get("/api/health")).json();
  for (const [path, known] of [
    [`/companies/palantir?snapshot=${snapshot}`, "/companies/palantir"],
    ["/contracts?sort=net&page=2&size=20&cols=piid&show=month&min=", "/contracts"],
    ["/companies?sort=company&page=3", "/companies"],
    ["/brands?sort=net", "/brands"],
    [`/contracts/70CTD022FR0000170?snapshot=${snapshot}`, palantir],
  ] as const) {
    expect(await headOf(page, path), path).toMatchObject({ canonical: `${baseURL}${known}`, robots: [] });
  }
  for (const [path, known] of [
    ["/contracts?company=palantir&page=1&sort=piid", "/contracts?company=palantir"],
    ["/contracts?view=actions&fy=2025", "/contracts?view=actions&fy=2025"],
    ["/companies?name=group", "/companies?name=group"],
    ["/search?q=guard", "/search?q=guard"],
    ["/find?amount=29.8M", "/find?amount=29.8M"],
    ["/agencies/7012?fy=2024", "/agencies/7012?fy=2024"],
    ["/changes?since=2026-01-01", "/changes?since=2026-01-01"],
  ] as const) {
    expect(await headOf(page, path), path).toMatchObject({
      canonical: `${baseURL}${known}`,
      robots: ["noindex, follow"],
    });
  }
  expect((await headOf(page, "/no-such-page")).robots).toContain("noindex");
});

test("addresses are those that the reader reached us at", async ({ request }) => {
  const headers = { host: "contracts.example", "x-forwarded-proto": "https" };
  for (const path of ["/data", "/robots.txt", "/sitemap.xml", "/sitemaps/pages.xml"]) {
    const text = await (await request.get(path, { headers })).text();
    expect(text, path).toContain("https://contracts.example/");
    expect(text, path).not.toMatch(/(?:127\.0\.0\.1|localhost):\d/);
  }
});

interface Thing {
  "@type": string;
  [name: string]: unknown;
}

const things = async (page: Page): Promise<Thing[]> =>
  (await page.locator('script[type="application/ld+json"]').allTextContents()).map((text) =>
    JSON.parse(text),
  );

test("/data describes the records to search engines, with files that are there", async ({
  page,
  request,
  baseURL,
}) => {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.goto("/data");
  const [dataset, ...more] = await things(page);
  expect(more).toEqual([]);
  expect(dataset).toMatchObject({
    "@context": "https://schema.org",
    "@type": "Dataset",
    url: `${baseURL}/data`,
    temporalCoverage: "2020-10-01/2026-08-20",
    isAccessibleForFree: true,
  });
  const files = dataset?.distribution as { contentUrl: string; encodingFormat: string; "@type": string }[];
  expect(files.length).toBeGreaterThanOrEqual(3);
  for (const { contentUrl, encodingFormat, ...file } of files) {
    expect(file["@type"]).toBe("DataDownload");
    const answer = await request.head(contentUrl);
    expect(answer.status(), contentUrl).toBe(200);
    expect(answer.headers()["content-type"], contentUrl).toContain(encodingFormat);
  }
  expect(problems).toEqual([]);
});

test("a page below another says where it stands", async ({ page, baseURL }) => {
  await page.goto("/agencies/7012/offices/70CDCR");
  const [trail] = await things(page);
  expect(trail).toMatchObject({
    "@type": "BreadcrumbList",
    itemListElement: [
      { position: 1, name: "Agencies", item: `${baseURL}/agencies` },
      { position: 2, item: `${baseURL}/agencies/7012` },
      { position: 3, name: "Detention Compliance and Removals" },
    ],
  });
});

test("robots may read all but what has no end, and find every page in the list of pages", async ({
  request,
  baseURL,
}) => {
  const robots = await request.get("/robots.txt");
  expect(robots.headers()["content-type"]).toContain("text/plain");
  const rules = await robots.text();
  expect(rules).toContain("Allow: /\n");
  expect(rules).toContain("Disallow: /api/export\n");
  expect(rules).toContain("Disallow: /contracts?\n");
  expect(rules).toContain(`Sitemap: ${baseURL}/sitemap.xml`);

  const locations = async (address: string) => {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(200);
    expect(answer.headers()["content-type"], address).toContain("application/xml");
    return [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, found = ""]) =>
      found.replaceAll("&amp;", "&"),
    );
  };
  const parts = await locations("/sitemap.xml");
  const listed = (await Promise.all(parts.map(locations))).flat();
  expect(listed).toEqual(
    expect.arrayContaining(
      ["/", palantir, "/companies/palantir", "/brands/azure", "/data"].map((path) => `${baseURL}${path}`),
    ),
  );
  const forbidden = [...rules.matchAll(/^Disallow: (\/[^*\n]*)$/gm)].map(([, path = ""]) => path);
  expect(
    listed.filter((address) => forbidden.some((path) => address.startsWith(`${baseURL}${path}`))),
  ).toEqual([]);
  const some = listed.filter((_, index) => index % Math.ceil(listed.length / 12) === 0);
  for (const address of some) {
    const html = await (await request.get(address)).text();
    expect(html, address).toContain(`<link rel="canonical" href="${address}"/>`);
    expect(html, address).not.toContain('name="robots"');
  }
  const again = await request.get("/sitemap.xml");
  const unchanged = await request.get("/sitemap.xml", {
    headers: { "if-none-match": again.headers().etag ?? "" },
  });
  expect(unchanged.status()).toBe(304);
  expect((await request.get("/sitemaps/contracts-999.xml")).status()).toBe(404);
});

test("icons and colours around the page are there in both themes", async ({ page, request }) => {
  await page.goto("/");
  for (const rel of ["icon", "apple-touch-icon", "manifest"]) {
    const links = await page
      .locator(`head link[rel="${rel}"]`)
      .evaluateAll((tags) => tags.map((tag) => (tag as HTMLLinkElement).href));
    expect(links.length, rel).toBeGreaterThan(0);
    for (const link of links) expect((await request.get(link)).status(), link).toBe(200);
  }
  const { icons } = await (await request.get("/manifest.webmanifest")).json();
  for (const { src, type } of icons) {
    const icon = await request.get(src);
    expect(icon.status(), src).toBe(200);
    expect(icon.headers()["content-type"], src).toBe(type);
  }
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    const colour = await page
      .locator(`meta[name="theme-color"][media="(prefers-color-scheme: ${theme})"]`)
      .getAttribute("content");
    const channels = [1, 3, 5].map((at) => Number.parseInt(colour?.slice(at, at + 2) ?? "", 16));
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      `rgb(${channels.join(", ")})`,
    );
  }
});

test("another page leaves the colours that a browser begins with as they are, and draws nothing anew for them", async ({
  page,
}) => {
  await page.goto("/contracts");
  const colours = await page.locator('meta[name="color-scheme"]').elementHandle();
  expect(await colours?.getAttribute("content")).toBe("light dark");
  await page.getByRole("link", { name: /^FY2025/ }).click();
  await expect(page).toHaveTitle(/FY2025/);
  expect(await colours?.evaluate((meta) => meta.isConnected)).toBe(true);
});

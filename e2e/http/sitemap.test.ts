import http from "node:http";

import { expect, it } from "vitest";

import { siteOf } from "./site";

const site = siteOf("bundled");
const palantir = "/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730";

/** The addresses in a sitemap. */
async function locations(address: string): Promise<string[]> {
  const answer = await site.fetch(address);
  expect(answer.status, address).toBe(200);
  expect(answer.headers.get("content-type"), address).toContain("application/xml");
  return [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, found = ""]) =>
    found.replaceAll("&amp;", "&"),
  );
}

it("lists in its sitemap every page, and none that robots.txt forbids", async () => {
  const robots = await site.fetch("/robots.txt");
  expect(robots.headers.get("content-type")).toContain("text/plain");
  const rules = await robots.text();
  expect(rules).toContain("Allow: /\n");
  const files = ["/api/export", "/contracts.csv", "/contracts.json", "/groups.csv", "/groups.json"];
  const endless = [
    "/contracts?",
    "/changes?",
    "/expiring?",
    "/find?",
    "/search?",
    "/*?*sort=",
    "/*?*snapshot=",
  ];
  for (const path of [...files, ...endless]) expect(rules).toContain(`Disallow: ${path}\n`);
  expect(rules).toContain(`Sitemap: ${site.origin}/sitemap.xml`);

  const listed = (await Promise.all((await locations("/sitemap.xml")).map(locations))).flat();
  expect(listed).toEqual(
    expect.arrayContaining(
      ["/", palantir, "/companies/palantir", "/brands/azure", "/data"].map((path) => `${site.origin}${path}`),
    ),
  );
  const forbidden = [...rules.matchAll(/^Disallow: (\/[^*\n]*)$/gm)].map(([, path = ""]) => path);
  expect(
    listed.filter((address) => forbidden.some((path) => address.startsWith(`${site.origin}${path}`))),
  ).toEqual([]);
  for (const address of listed.filter((_, index) => index % Math.ceil(listed.length / 6) === 0)) {
    const html = await site.text(address);
    expect(html, address).toContain(`<link rel="canonical" href="${address}"/>`);
    expect(html, address).not.toContain('name="robots"');
  }
});

it("has no part of the sitemap that is not listed", async () => {
  await site.text("/sitemaps/contracts-999.xml", 404);
});

it("writes absolute addresses with the host and protocol of this machine, and none with an untrusted host", async () => {
  // `fetch` cannot set the Host header.
  const ask = (path: string, headers: Record<string, string>) =>
    new Promise<string>((resolve, reject) => {
      const request = http.get(new URL(path, site.origin), { headers }, async (response) => {
        const body = (await response.setEncoding("utf8").toArray()).join("");
        resolve(`${JSON.stringify(response.headers)} ${body}`);
      });
      request.on("error", reject);
    });
  for (const path of ["/data", "/robots.txt", "/sitemap.xml", "/sitemaps/pages.xml", "/changes.atom"]) {
    const own = await ask(path, { host: "localhost:8080", "x-forwarded-proto": "https" });
    expect(own, path).toContain("https://localhost:8080/");
    expect(own, path).not.toMatch(/(?:127\.0\.0\.1|localhost):(?!8080)\d/);
  }
  for (const path of [
    "/data",
    "/robots.txt",
    "/sitemap.xml",
    "/changes.atom",
    "/companies/palantir",
    "/contracts",
  ])
    expect(await ask(path, { host: "evil.example" }), path).not.toContain("evil.example");
});

import { expect, it } from "vitest";

import { pagesOf } from "./page";
import { cents, siteOf } from "./site";

const site = siteOf("bundled");
const page = pagesOf(site);

it("a brief has the figures of the company's page, each with its records", async () => {
  for (const [slug, agency] of [
    ["palantir", ""],
    ["geo-group", ""],
    ["microsoft", ""],
    ["salesforce", ""],
    ["amazon", "agency=7014&"],
  ] as const) {
    const window = `${agency}from=2023-01-01&to=2026-03-31`;
    const brief = await page(`/companies/${slug}/brief?${window}`);
    type Net = { net: number };
    const api = await site.json<{ total: Net; direct: Net; subsidiaries: Net; named_in: { totals: Net } }>(
      `/api/companies/${slug}?${window}`,
    );
    const nets: Record<string, number> = {
      "Obligated directly (net)": api.direct.net,
      "To subsidiaries (net)": api.subsidiaries.net,
      "Together (net)": api.total.net,
      "Named in the description of others’ awards": api.named_in.totals.net,
    };
    for (const figure of brief.all("dl > div").each) {
      const [label = ""] = figure.all("dt").texts;
      const value = figure.all("dd").at(0);
      if (value.text === "—") {
        expect(nets[label], `${slug} ${label}`).toBe(0);
        continue;
      }
      const net = value.text.replace(/[$,]/g, "").replace("−", "-");
      expect(Number(net), `${slug} ${label}`).toBe(nets[label]);
      const [href = ""] = value.all("a").hrefs;
      const { totals } = await site.json<{ totals: { net: number } }>(`/api${href}`);
      expect(cents(String(totals.net)), `${slug} ${href}`).toBe(cents(net));
    }
  }
});

it("a brief of a window cites its exact dollars, as a page, JSON, Markdown and text", async () => {
  const address = "/companies/palantir/brief?from=2025-01-01";
  const brief = await page(address);
  const cited = "$224,608,710.42 obligated (net), 13 actions on 3 contracts signed from Jan. 1, 2025";
  expect(brief.all("main").text).toContain(cited);
  expect(await site.text(`/api${address}&format=md`)).toContain("# Palantir in ICE contracts");
  const text = await site.fetch(`/api${address}&format=txt`);
  expect(text.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(await text.text()).toContain(cited);
  const { sections } = await site.json<{ sections: { title: string }[] }>(`/api${address}`);
  expect(sections.map(({ title }) => title)).toEqual(brief.all("main h2").texts);
  expect(brief.links("Markdown").hrefs).toEqual([`/api${address}&format=md`]);
  const known = await site.fetch(`/api${address}&format=txt`, {
    headers: { "if-none-match": text.headers.get("etag") ?? "" },
  });
  expect(known.status).toBe(304);
});

it("a company without an award has a brief, and an unknown one is answered with similar names", async () => {
  const openai = await page("/companies/openai/brief");
  expect(openai.all("main").text).toContain("signed no contract action with OpenAI in these records");
  expect(openai.all("main").text).toContain("Agreements outside contracts");
  expect((await page("/companies/palantir")).links("Brief on one page").hrefs).toEqual([
    "/companies/palantir/brief",
  ]);
  const unknown = await page("/companies/palantr/brief");
  expect(unknown.status).toBe(404);
  expect(unknown.all("main").links("Palantir").hrefs).toEqual(["/companies/palantir"]);
  expect((await site.fetch("/api/companies/palantr/brief")).status).toBe(404);
  const moved = await site.fetch("/companies/the-geo-group/brief?from=2025-01-01", { redirect: "manual" });
  expect(moved.status).toBe(308);
  expect(moved.headers.get("location")).toMatch(/\/companies\/geo-group\/brief\?from=2025-01-01$/);
});

it("a brief that begins with the awards of others cites their sum", async () => {
  const brief = await page("/companies/amazon/brief");
  expect(brief.all("main").text).toContain(
    "whose descriptions name Amazon by reviewed rules: $51,727,670.19 obligated (net), 14 actions on 9 contracts",
  );
});

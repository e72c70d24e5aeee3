import { expect, it } from "vitest";

import type { ContractJson, ListAnswer } from "./shapes";
import { siteOf } from "./site";

const site = siteOf("bundled");

it("writes the same rows in the same order as list, JSON, NDJSON and CSV", async () => {
  const query = "view=actions&office=70CMSD&fy=2025&sort=-federal_action_obligation";
  const answer = await site.json<ListAnswer>(`/api/contracts?${query}&size=500`);
  const json = await site.json<ListAnswer>(`/contracts.json?${query}`);
  const csv = await site.rows(`/contracts.csv?${query}`);
  const lines = (await site.text(`/api/export?format=ndjson&${query}`)).trim().split("\n");
  expect(json.totals).toEqual(answer.totals);
  expect(json.rows.slice(0, 500)).toEqual(answer.rows);
  expect(lines.map((line) => JSON.parse(line))).toEqual(json.rows);
  expect(csv.map((row) => row.transaction_description)).toEqual(
    json.rows.map((row) => row.transaction_description ?? ""),
  );
  expect(csv[0]?.snapshot).toBe(answer.snapshot.id);
});

it("writes the chosen columns in the chosen order, and names the file after the query", async () => {
  const response = await site.fetch("/contracts.csv?company=palantir&cols=piid&cols=net");
  expect(response.headers.get("content-disposition")).toContain("palantir");
  expect(response.headers.get("content-type")).toContain("text/csv");
  const [header, ...lines] = (await response.text()).replace("\uFEFF", "").trim().split("\r\n");
  expect(header).toBe("piid,net");
  expect(lines).toHaveLength(8);
  expect(lines[0]).toBe("70CTD022FR0000170,150703824.61");
});

it("writes a contract's running total as CSV", async () => {
  const rows = await site.rows("/api/contracts/70CTD022FR0000170?format=csv");
  const { contract } = await site.json<ContractJson>("/api/contracts/70CTD022FR0000170");
  expect(rows.at(-1)?.running_total).toBe(contract.in_records.toFixed(2));
});

it("uses no download slot for a HEAD request", async () => {
  const path = "/contracts.csv?view=actions&company=palantir";
  const heads = await Promise.all(Array.from({ length: 40 }, () => site.fetch(path, { method: "HEAD" })));
  for (const head of heads) {
    expect(head.status).toBe(200);
    expect(head.headers.get("content-disposition")).toContain("company-palantir");
  }
  await site.text("/contracts.csv?company=palantir");
});

it("accepts a file's extension in capitals", async () => {
  const answer = await site.fetch("/contracts.JSON?company=palantir");
  expect(answer.headers.get("content-type")).toContain("application/json");
  expect(answer.headers.get("content-security-policy")).toBeNull();
  expect((await answer.json()).rows).toHaveLength(8);
});

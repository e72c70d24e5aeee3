import { expect, it } from "vitest";
import { z } from "zod";

import { endpoints } from "@/lib/endpoints";
import { responses } from "@/lib/http/responses";

import { siteOf } from "./site";

const site = siteOf("bundled");

interface Document {
  paths: Record<string, { get: { parameters: { name: string; in: string }[] } }>;
}
const document = await site.json<Document>("/api/openapi.json");
const namesAt = (path: string) =>
  document.paths[path]?.get.parameters.flatMap((one) => (one.in === "query" ? one.name : [])) ?? [];
const everyName = [...new Set(Object.keys(document.paths).flatMap(namesAt))];

/** The endpoints with JSON, each with an address of it. */
const withJson = endpoints.flatMap(({ path, also = [], handler = path, example }) => {
  const at = [path, ...also].find((one) => one.endsWith(".json")) ?? path;
  const address = path.startsWith("/api/") ? example : example.replace(path, at);
  const schema: z.ZodType | undefined = (responses as Record<string, z.ZodType>)[handler];
  const isJson = !/^[^?]*\.(?!json)|format=(?!json)/.test(address);
  return schema && isJson ? [{ address, schema }] : [];
});

it.each(withJson)("describes the response of $address", async ({ address, schema }) => {
  const { error } = schema.safeParse(await site.json(address));
  expect(error && z.prettifyError(error)).toBeUndefined();
});

/** Values that can be read, so that the only fault of an unknown parameter is that it is unknown. */
const readable: Record<string, string> = {
  ...{ view: "contracts", grouped: "no", amount: "action", sign: "pos", type: "A", show: "company" },
  ...{ others: "yes", vs: "previous", table_sort: "company.-net" },
  ...{ new: "yes", action_kind: "option_exercised" },
  ...{
    from: "2025-01-01",
    to: "2025-02-01",
    ends_before: "2025-01-01",
    estimated_before: "2025-01-01",
    fy: "2025",
    min: "1",
    max: "2",
  },
  ...{ category: "software", page: "2", size: "2", sort: "-net", cols: "agency" },
  ...{ table_sort: "company.net", density: "compact" },
};

/** The parameters that an endpoint does not know. */
async function unknownAt(
  address: string,
  names: string[],
  value: (name: string) => string,
): Promise<string[]> {
  const query = new URLSearchParams(names.map((name) => [name, value(name)]));
  const response = await site.fetch(`${address}?${query}`);
  expect(response.status, `${address}?${query}`).toBe(400);
  const { parameters } = (await response.json()) as { parameters: { name: string; detail: string }[] };
  return parameters
    .filter(({ detail }) => /is not a known parameter|works only on|must be left out/.test(detail))
    .map(({ name }) => name);
}

it.each(Object.keys(document.paths))("names the parameters of %s, and no other", async (path) => {
  const endpoint = endpoints.find((one) => one.path === path || one.also?.includes(path));
  const address = path.includes("{") ? (endpoint?.example.split("?")[0] ?? "") : path;
  const own = namesAt(path);
  const others = everyName.filter((name) => !own.includes(name));
  if (own.length > 0) expect(await unknownAt(address, own, () => "\u0001")).toEqual([]);
  for (let from = 0; from < others.length; from += 9) {
    const some = others.slice(from, from + 9);
    const unknown = await unknownAt(address, some, (name) => readable[name] ?? "x");
    expect(unknown).toEqual(expect.arrayContaining(some));
  }
});

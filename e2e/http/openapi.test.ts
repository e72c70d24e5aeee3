import { expect, it } from "vitest";
import { z } from "zod";

import { endpoints } from "@/lib/endpoints";
import { responses } from "@/lib/http/responses";

import { siteOf } from "./site";

const site = siteOf("bundled");

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

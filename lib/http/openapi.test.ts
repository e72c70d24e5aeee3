import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, it } from "vitest";

import { endpoints } from "@/lib/endpoints";
import { openApi } from "@/lib/http/openapi";

const document = openApi("https://contracts.example");

it("is a valid OpenAPI document", async () => {
  expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true });
});

it("refers to schemas that it has", () => {
  const text = JSON.stringify(document);
  const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(document.components.schemas).toHaveProperty(name ?? "");
});

it("has every endpoint, with the JSON of each that gives JSON", () => {
  const paths = endpoints.flatMap(({ path, also = [] }) => [path, ...also]);
  expect(Object.keys(document.paths).toSorted()).toEqual(paths.toSorted());
  const withoutSchema = Object.entries(document.paths).flatMap(([path, { get }]) =>
    Object.entries(get.responses[200].content as Record<string, { schema?: object }>)
      .filter(([type, { schema }]) => /^application\/(?:feed\+)?json/.test(type) && !schema)
      .map(([type]) => `${path} ${type}`),
  );
  expect(withoutSchema).toEqual(["/api/openapi.json application/json"]);
  expect(document.paths["/groups.csv"]?.get.responses[200].content).toEqual({
    "text/csv; charset=utf-8": {},
  });
});

it("names the parameters of each endpoint", () => {
  const names = (path: string) =>
    document.paths[path]?.get.parameters.map((parameter) => parameter.name) ?? [];
  expect(names("/api/contracts/{key}")).toEqual(["key", "snapshot", "format"]);
  expect(names("/api/groups")).toEqual(expect.arrayContaining(["by", "top", "format", "company", "fy"]));
  expect(names("/api/health")).toEqual([]);
});

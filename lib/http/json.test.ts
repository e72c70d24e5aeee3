import { expect, it } from "vitest";
import { z } from "zod";

import type { Cents } from "@/lib/contracts/money";
import { dollars, toJson } from "@/lib/http/json";

const group = z.looseObject({ net: dollars.nullable(), actions: z.int() });
const schema = z.looseObject({
  total: dollars,
  rows: z.array(z.union([group, z.looseObject({ value: dollars.optional() })])),
});
const amount: Cents = 1_234_50;

it("puts money into dollars wherever the schema has it, and leaves the order of the fields", () => {
  const value = {
    rows: [{ actions: 100, net: amount }, { net: null, actions: 0 }, { value: -1 as Cents }, {}],
    note: "1",
    total: 0 as Cents,
  };
  expect(JSON.stringify(toJson(schema, value))).toBe(
    '{"rows":[{"actions":100,"net":1234.5},{"net":null,"actions":0},{"value":-0.01},{}],"note":"1","total":0}',
  );
  expect(value.rows[0]).toEqual({ actions: 100, net: amount });
});

it("is read again by the same schema", () => {
  const value = { total: amount, rows: [{ net: -amount as Cents, actions: 2 }] };
  expect(schema.parse(toJson(schema, value))).toEqual(value);
});

it("compiles only if the schema says of every number whether it is money", () => {
  const total = amount;
  // @ts-expect-error: an amount that the schema lacks
  toJson(schema, { total, rows: [], most: amount });
  // @ts-expect-error: the same in a list
  toJson(schema, { total, rows: [{ net: amount, actions: 1, most: amount }] });
  // @ts-expect-error: the same in an object that the schema lacks
  toJson(schema, { total, rows: [], parts: { ice: [{ net: amount }] } });
  // @ts-expect-error: an amount that the schema has as a count
  toJson(schema, { total, rows: [{ net: amount, actions: amount }] });
  // @ts-expect-error: a count that the schema has as an amount
  toJson(schema, { total: 2 as number, rows: [] });
});

import { z } from "zod";

import type { Cents, IsCents } from "@/lib/contracts/money";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import type { Query } from "@/lib/query/query";
import { relevantProblems } from "@/lib/query/relevant-problems";

const inDollars = (cents: Cents): number => cents / 100;

/** An amount in a response: cents inside, dollars in JSON. */
export const dollars = z.codec(
  z.number().meta({ description: "U.S. dollars, with at most two decimals" }),
  z.custom<Cents>(Number.isSafeInteger),
  { decode: (amount) => Math.round(amount * 100), encode: inDollars },
);

/**
 * The same value with its money in dollars, in the order of its fields, as responses give it. The schema says what is money:
 * an amount that it does not declare as such, or another number that it does, does not compile.
 */
export function toJson<Schema extends z.ZodType, Value>(
  schema: Schema,
  value: Value & Declared<Value, Schema>,
): object {
  return (encoderOf(schema)?.(value) ?? value) as object;
}

/** Anything, unless the schema is wrong about an amount of the value. */
export type Declared<Value, Schema> = [Undeclared<Value, Schema>] extends [never]
  ? unknown
  : { "the schema is wrong about": Undeclared<Value, Schema> };

/** The names of the fields of a value, at any depth, that are amounts and not dollars by the schema, or the other way round. */
type Undeclared<Value, Schema, Name = "the whole"> = Value extends null | undefined
  ? never
  : Schema extends z.ZodNullable<infer Inner> | z.ZodOptional<infer Inner>
    ? Undeclared<Value, Inner, Name>
    : Value extends readonly (infer Item)[]
      ? Undeclared<Item, Schema extends z.ZodArray<infer Inner> ? Inner : z.ZodUnknown, Name>
      : Value extends number
        ? IsCents<Value> extends IsCents<z.output<Schema>>
          ? never
          : Name
        : Value extends object
          ? { [Own in keyof Value]-?: Undeclared<Value[Own], FieldOf<Schema, Own>, Own> }[keyof Value]
          : never;

/** The schema of a field of an object, or of one of several objects. */
type FieldOf<Schema, Name> = Name extends keyof ShapeOf<Schema> ? ShapeOf<Schema>[Name] : z.ZodUnknown;
type ShapeOf<Schema> =
  Schema extends z.ZodUnion<readonly [infer One extends z.ZodType, infer Other extends z.ZodType]>
    ? ShapeOf<One> & Omit<ShapeOf<Other>, keyof ShapeOf<One>>
    : Schema extends z.ZodObject<infer Shape>
      ? Shape
      : unknown;

type Encoder = (value: unknown) => unknown;
const encoders = new WeakMap<z.ZodType, Encoder | undefined>();

/** What a schema changes in a value, if anything. Unlike `z.encode` it keeps the order of the fields, and checks nothing. */
function encoderOf(schema: z.ZodType): Encoder | undefined {
  if (!encoders.has(schema)) encoders.set(schema, makeEncoder(schema));
  return encoders.get(schema);
}

function makeEncoder(schema: z.ZodType): Encoder | undefined {
  if (schema === dollars) return inDollars as Encoder;
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return encoderOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) {
    const encode = encoderOf(schema.element as z.ZodType);
    return encode && ((value) => (value as unknown[]).map(encode));
  }
  const objects = schema instanceof z.ZodUnion ? schema.options : [schema];
  const shape = Object.assign({}, ...objects.map((one) => (one instanceof z.ZodObject ? one.shape : {})));
  const fields = Object.entries<z.ZodType>(shape).flatMap(([name, field]): [string, Encoder][] => {
    const encode = encoderOf(field);
    return encode ? [[name, encode]] : [];
  });
  if (fields.length === 0) return undefined;
  return (value) => {
    const json = { ...(value as Record<string, unknown>) };
    for (const [name, encode] of fields) if (json[name] != null) json[name] = encode(json[name]);
    return json;
  };
}

/** The chosen columns of a row in their order; all of them without `cols`. */
export function chosen<Row extends object>(row: Row, { cols }: Query): Partial<Row> {
  if (cols.length === 0) return row;
  const values = row as Record<string, unknown>;
  return Object.fromEntries(cols.map((name) => [name, values[name]])) as Partial<Row>;
}

/** What an answer says about the snapshot it came from, with the known problems that touch the query. */
export function aboutSnapshot(info: SnapshotInfo, query: Query) {
  const problems = relevantProblems(info.problems, query).map(({ id, title, detail }) => ({
    id,
    title,
    detail,
  }));
  return { id: info.id, data_through: info.data_through, retrieved: info.retrieved, problems };
}

/** What an answer begins with: its snapshot, and the query as it was understood. */
export const aboutQuery = (info: SnapshotInfo, query: Query) => ({
  snapshot: aboutSnapshot(info, query),
  query,
});

/** Which of the pages of some rows an answer is. */
export const pageOf = ({ page: number, size }: Query, rows: number) => ({
  number,
  size,
  rows,
  pages: Math.ceil(rows / size),
});

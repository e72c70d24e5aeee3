import { z } from "zod";

import { isDay } from "@/lib/contracts/days";

/** What is wrong with one parameter. `detail` follows its name: "`min` must be ...". */
export interface ParameterProblem {
  name: string;
  detail: string;
  /** The values given. */
  values: string[];
  /** The other parameter of the same fault, whose problem is shown instead. */
  sameAs?: string;
}

/** A fault of some of the values of one parameter. */
type ValueFault = Pick<ParameterProblem, "detail" | "values">;

/** How one parameter of an address is read and written. */
export interface Parameter<Value> {
  /** Reads the given values; none if the parameter is left out. Values with a fault are left out of `value`. */
  read(values: string[]): { value: Value; faults: ValueFault[] };
  /** The values in an address; none for the default. */
  write(value: Value): string[];
  /** The schema of one value, for the OpenAPI document. */
  schema?: z.ZodType;
  repeats?: boolean;
  /** Whether these values belong to this parameter, and not to the query's parameter of the same name. */
  claims?(values: string[]): boolean;
}

/** The most values of a parameter that repeats. More would make the links of a page too long. */
export const mostValues = 50;

/** The values given for a parameter, without empty ones. */
export const given = (params: URLSearchParams, name: string) =>
  params.getAll(name).filter((value) => value.trim() !== "");

const faultOf = (error: z.ZodError, value: string): ValueFault => ({
  detail: error.issues[0]?.message ?? "cannot be read",
  values: [value],
});

/** A parameter that is given once; `absent` is its value if it is left out. */
export function one<Value, Absent>(reader: z.ZodType<Value>, absent: Absent): Parameter<Value | Absent> {
  return {
    read(values) {
      const [value, ...more] = values;
      if (value === undefined) return { value: absent, faults: [] };
      if (more.length > 0) return { value: absent, faults: [{ detail: "must be given once", values }] };
      const result = reader.safeParse(value);
      return result.success
        ? { value: result.data, faults: [] }
        : { value: absent, faults: [faultOf(result.error, value)] };
    },
    write: (value) => (value === absent ? [] : [String(value)]),
    schema: reader,
  };
}

/** A parameter that repeats. Its values are sorted and unique, so that equal queries have one address. */
export function repeated<Item extends string | number>(reader: z.ZodType<Item>): Parameter<Item[]> {
  return {
    read(values) {
      if (values.length > mostValues)
        return { value: [], faults: [{ detail: `must be given at most ${mostValues} times`, values }] };
      const faults: ValueFault[] = [];
      const items = values.flatMap((value) => {
        const result = reader.safeParse(value);
        if (result.success) return [result.data];
        faults.push(faultOf(result.error, value));
        return [];
      });
      const ordered = [...new Set(items)].sort((item, other) => (item < other ? -1 : item > other ? 1 : 0));
      return { value: ordered, faults };
    },
    write: (items) => items.map(String),
    schema: reader,
    repeats: true,
  };
}

/** A parameter with a fixed list of values; `absent` is its value if it is left out. */
export const choice = <const Values extends readonly [string, ...string[]], const Absent>(
  values: Values,
  absent: Absent,
) => one(oneOf(values), absent);

/** A parameter that repeats, with a fixed list of values, in the order of that list. */
export function choices<const Values extends readonly [string, ...string[]]>(
  values: Values,
): Parameter<Values[number][]> {
  const { read, ...others } = repeated<Values[number]>(oneOf(values));
  return {
    ...others,
    read(texts) {
      const { value, faults } = read(texts);
      return { value: values.filter((name) => value.includes(name)), faults };
    },
  };
}

/**
 * How the tables of a page are sorted, each at most once; see `lib/query/table-sort.ts`. A name that ends in `_` is the
 * beginning of the names of several.
 */
export function tableSorts(tables: readonly string[]): Parameter<string[]> {
  const tableOf = (sort: string) => sort.slice(0, sort.indexOf("."));
  const isTable = (name: string) =>
    tables.some((table) => (table.endsWith("_") ? name.startsWith(table) : name === table));
  const { read, ...others } = repeated(
    matching(
      /^[a-z0-9_]+\.-?[a-z0-9_]+$/,
      "must be a table and a column joined by a dot, such as company.-net",
    ).refine((value) => isTable(tableOf(value)), `must name a table of this page: ${tables.join(", ")}`),
  );
  return {
    ...others,
    read(values) {
      const { value, faults } = read(values);
      const twice = value.filter((sort) =>
        value.some((other) => other !== sort && tableOf(other) === tableOf(sort)),
      );
      if (twice.length === 0) return { value, faults };
      return {
        value: value.filter((sort) => !twice.includes(sort)),
        faults: [...faults, { detail: "must name a table once", values: twice }],
      };
    },
  };
}

export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: `must be one of ${values.join(", ")}` });

const control = "must not contain control characters";
/** Text of one line. */
export const text = (longest: number) =>
  z
    .string()
    .max(longest, `must have at most ${longest} characters`)
    .refine((value) => !/\p{Cc}/u.test(value), control);

/** Pasted text: tabs and line ends become spaces. */
export const pasted = (longest: number) =>
  z
    .string()
    .max(longest, `must have at most ${longest} characters`)
    .refine((value) => !/[^\P{Cc}\s]/u.test(value), control)
    .transform((value) => value.replace(/\p{Cc}/gu, " ").trim());

export const matching = (pattern: RegExp, detail: string) => z.string().regex(pattern, detail);

export const day = z.string().refine(isDay, "must be a real date, written YYYY-MM-DD");

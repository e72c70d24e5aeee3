import { z } from "zod";

import { isDay } from "@/lib/contracts/days";

/** What is wrong with one parameter, in words that follow its name: "`min` must be ...". */
export interface ParameterProblem {
  name: string;
  detail: string;
  /** The values given. */
  values: string[];
  /** The parameter whose problem is the other side of the same fault, so that a reader sees it once. */
  sameAs?: string;
}

/** A fault of some of the values of one parameter. */
type ValueFault = Pick<ParameterProblem, "detail" | "values">;

/** How one parameter of an address becomes a value, and the value text again. */
export interface Parameter<Value> {
  /** Reads every value given, none for a parameter left out. Values with a fault are left out of `value`. */
  read(values: string[]): { value: Value; faults: ValueFault[] };
  /** The values that an address gives for it; none for the default. */
  write(value: Value): string[];
  /** How one value is read, for the OpenAPI document, and whether the parameter repeats. */
  schema?: z.ZodType;
  repeats?: boolean;
  /** Whether these values are for this parameter. Others go to the query's parameter of the same name. */
  claims?(values: string[]): boolean;
}

/** The most values of a parameter that takes a list: each value is in every link of a page. */
export const mostValues = 50;

/** The values given for a parameter; an empty one is the parameter left out. */
export const given = (params: URLSearchParams, name: string) =>
  params.getAll(name).filter((value) => value.trim() !== "");

const faultOf = (error: z.ZodError, value: string): ValueFault => ({
  detail: error.issues[0]?.message ?? "cannot be read",
  values: [value],
});

/** A parameter that is given once; `absent` is its value without it. */
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

/** A parameter that repeats. Its values are sorted and unique, so that equal queries share one URL. */
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

/** A parameter that takes one of some words; the default is the value without it. */
export const choice = <const Values extends readonly [string, ...string[]], const Absent>(
  values: Values,
  absent: Absent,
) => one(oneOf(values), absent);

/** A parameter that repeats and takes any of some words, in their order. */
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

export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: `must be one of ${values.join(", ")}` });

const control = "must not contain control characters";
/** Text of one line. */
export const text = (longest: number) =>
  z
    .string()
    .max(longest, `must have at most ${longest} characters`)
    .refine((value) => !/\p{Cc}/u.test(value), control);

/** Text as people paste it: tabs and line ends become spaces. */
export const pasted = (longest: number) =>
  z
    .string()
    .max(longest, `must have at most ${longest} characters`)
    .refine((value) => !/[^\P{Cc}\s]/u.test(value), control)
    .transform((value) => value.replace(/\p{Cc}/gu, " ").trim());

export const matching = (pattern: RegExp, detail: string) => z.string().regex(pattern, detail);

export const day = z.string().refine(isDay, "must be a day that exists, written YYYY-MM-DD");

/** A value bound to a statement, never written into it. */
export type BoundValue = string | number | boolean | null;

/** A piece of SQL with the values of its question marks, in their order. */
export interface Sql {
  text: string;
  values: BoundValue[];
}

/** Composes SQL: pieces are put in as they are, everything else becomes a bound value. */
export function sql(strings: TemplateStringsArray, ...parts: (Sql | BoundValue)[]): Sql {
  const values: BoundValue[] = [];
  const text = strings.reduce((before, after, index) => {
    const part = parts[index - 1] as Sql | BoundValue;
    if (part !== null && typeof part === "object") {
      values.push(...part.values);
      return `${before}${part.text}${after}`;
    }
    values.push(part);
    return `${before}?${after}`;
  });
  return { text, values };
}

/** SQL of our own, from the catalogs; never text from a request. */
export const raw = (text: string): Sql => ({ text, values: [] });

/** Pieces put together with a word between them. */
export const joined = (parts: readonly Sql[], between: string): Sql => ({
  text: parts.map((part) => part.text).join(between),
  values: parts.flatMap((part) => part.values),
});

/** A list of bound values for `in (...)`. */
export const list = (values: readonly BoundValue[]): Sql =>
  joined(
    values.map((value) => sql`${value}`),
    ", ",
  );

/** Numbers of rows for `in (...)`. */
export const idList = (ids: readonly number[]): Sql =>
  joined(
    ids.map((id) => sql`${id}::integer`),
    ", ",
  );

/** One page of rows, counted from 1. */
export const limit = (size: number, page = 1): Sql =>
  sql`limit ${size}::bigint offset ${size * (page - 1)}::bigint`;

/**
 * What a table has under a text of a reader or a record. `undefined` for a text that is only in the prototype of every
 * object, such as `constructor`.
 */
export const lookUp = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

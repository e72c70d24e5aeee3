/**
 * Looks up a text from a reader or a record in a table. `undefined` for a name in the prototype of every
 * object, such as `constructor`.
 */
export const lookUp = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

import "server-only";

/** Numbers for repeated texts, in the order in which they were first seen. */
export class Dictionary<Value> {
  readonly values: Value[] = [];
  readonly #ids = new Map<string, number>();

  id(key: string, value: () => Value): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.values.length;
    this.#ids.set(key, id);
    this.values.push(value());
    return id;
  }
}

import "server-only";

/**
 * A text of its own. A cell is a window into the stretch of file it was cut from; keeping the window would
 * keep the whole stretch in memory.
 */
const own = (text: string) => Buffer.from(text, "utf16le").toString("utf16le");

/** Numbers for repeated texts, in the order in which they were first seen. */
export class Dictionary {
  readonly values: string[] = [];
  readonly #ids = new Map<string, number>();

  id(text: string): number {
    return this.#ids.get(text) ?? this.#add(own(text));
  }

  #add(text: string): number {
    const id = this.values.length;
    this.#ids.set(text, id);
    this.values.push(text);
    return id;
  }
}

/** Numbers for repeated pairs of texts. */
export class PairDictionary {
  readonly values: [string, string][] = [];
  readonly #ids = new Map<string, Map<string, number>>();

  id(first: string, second: string): number {
    return this.#ids.get(first)?.get(second) ?? this.#add(own(first), own(second));
  }

  #add(first: string, second: string): number {
    const id = this.values.length;
    const ids = this.#ids.get(first) ?? new Map<string, number>();
    this.#ids.set(first, ids.set(second, id));
    this.values.push([first, second]);
    return id;
  }
}

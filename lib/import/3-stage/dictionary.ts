import "server-only";

/**
 * A copy of a text. A parsed cell is a slice of the file's text, so that a dictionary of slices would keep whole files in
 * memory.
 */
const copyOf = (text: string) => Buffer.from(text, "utf16le").toString("utf16le");

/** Numbers for repeated texts, by first occurrence. */
export class Dictionary {
  readonly values: string[] = [];
  readonly #ids = new Map<string, number>();

  id(text: string): number {
    return this.#ids.get(text) ?? this.#add(copyOf(text));
  }

  #add(text: string): number {
    const id = this.values.length;
    this.#ids.set(text, id);
    this.values.push(text);
    return id;
  }
}

/** Numbers for repeated pairs of texts, by first occurrence. */
export class PairDictionary {
  readonly values: [string, string][] = [];
  readonly #ids = new Map<string, Map<string, number>>();

  id(first: string, second: string): number {
    return this.#ids.get(first)?.get(second) ?? this.#add(copyOf(first), copyOf(second));
  }

  #add(first: string, second: string): number {
    const id = this.values.length;
    const ids = this.#ids.get(first) ?? new Map<string, number>();
    this.#ids.set(first, ids.set(second, id));
    this.values.push([first, second]);
    return id;
  }
}

export type Dictionaries = ReturnType<typeof createDictionaries>;

/** The texts of the numbers in the staging tables. In a pair, an empty text is not reported. */
export const createDictionaries = () => ({
  modifications: new Dictionary(),
  /** Code and name. */
  agencies: new PairDictionary(),
  /** Names; an empty one is not reported. */
  recipients: new Dictionary(),
  /** Code and description. */
  products: new PairDictionary(),
  /** Code and description. */
  industries: new PairDictionary(),
  /** Code and name. */
  offices: new PairDictionary(),
  /** The PIID of a vehicle and the agency that awarded it. */
  parents: new PairDictionary(),
  /** All other repeated texts. */
  texts: new Dictionary(),
});

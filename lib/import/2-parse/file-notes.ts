import { counted } from "@/lib/contracts/money";
import { type Recorded, type ReportedName, recordedColumn } from "@/lib/contracts/recorded";
import { mask } from "@/lib/import/2-parse/mask";

const nouns: Record<Recorded["kind"], string> = {
  text: "text",
  code: "code",
  day: "day",
  money: "amount in dollars",
  count: "count",
};

interface Tally {
  count: number;
  first: string;
}

const roundedOff = (count: number, first: string) =>
  `${counted(count, "amount has", "amounts have")} digits behind the cents that arithmetic left there, rounded off, the first on ${first}.`;

/** Collects what the report says about a file as a whole, and turns it into sentences at the end. */
export class FileNotes {
  /** The line of the current row. */
  line = 0;
  /** Whether some bytes could not be decoded. */
  lossy = false;
  #sentences: string[] = [];
  #unreadable = new Map<ReportedName, Tally>();
  #absurd = new Map<ReportedName, Tally>();
  #backwards: Tally = { count: 0, first: "" };
  #blankRows = 0;
  #shortYears = 0;
  #undecoded = 0;
  #repeated = new Map<(count: number, first: string) => string, Tally>();

  add(sentence: string) {
    this.#sentences.push(sentence);
  }

  /** Something that can happen in many rows: one sentence with the count and the first line. */
  repeat(sentence: (count: number, first: string) => string, text = "") {
    this.#count(this.#repeated, sentence, text);
  }

  /** An amount that was rounded by a fraction of a cent. */
  rounded(text: string) {
    this.repeat(roundedOff, text);
  }

  /** A value that its column cannot have; pass an empty `text` to leave the value out of the report. */
  unreadable(name: ReportedName, text: string) {
    this.#count(this.#unreadable, name, text);
  }

  /** A day outside 1978-2049. */
  absurdDay(name: ReportedName, text: string) {
    this.#count(this.#absurd, name, text);
  }

  /** A period of performance that ends before it starts. */
  backwards() {
    this.#backwards.count += 1;
    this.#backwards.first ||= `line ${this.line}`;
  }

  /** Rows of separators alone, as spreadsheets write below a table. */
  blankRows(count: number) {
    this.#blankRows += count;
  }

  /** A date with a two-digit year. */
  shortYear() {
    this.#shortYears += 1;
  }

  /** A text with undecodable characters. */
  undecoded() {
    this.#undecoded += 1;
  }

  end(): string[] {
    const sentences = [...this.#sentences];
    if (this.#undecoded > 0)
      sentences.push(
        `${counted(this.#undecoded, "text holds", "texts hold")} characters that are not UTF-8; save the file as UTF-8.`,
      );
    if (this.#blankRows > 0)
      sentences.push(
        `${counted(this.#blankRows, "row holds", "rows hold")} nothing but separators and ${this.#blankRows === 1 ? "is" : "are"} passed over.`,
      );
    if (this.#shortYears > 0)
      sentences.push(
        `${counted(this.#shortYears, "date has", "dates have")} a year of two digits, read as the one between 1978 and 2049.`,
      );
    for (const [name, { count, first }] of this.#unreadable)
      sentences.push(
        `${counted(count, "value")} of ${name}, which ${count === 1 ? "is" : "are"} no ${nouns[recordedColumn(name).kind]}, ${count === 1 ? "counts" : "count"} as not reported, the first on ${first}.`,
      );
    for (const [name, { count, first }] of this.#absurd)
      sentences.push(
        `${counted(count, "day")} of ${name} outside 1978-2049 ${count === 1 ? "is" : "are"} kept as recorded, the first on ${first}.`,
      );
    if (this.#backwards.count > 0)
      sentences.push(
        `${counted(this.#backwards.count, "period of performance ends", "periods of performance end")} before ${this.#backwards.count === 1 ? "it starts" : "they start"}; kept as recorded, the first on ${this.#backwards.first}.`,
      );
    for (const [sentence, { count, first }] of this.#repeated) sentences.push(sentence(count, first));
    return sentences;
  }

  #count<Key>(tallies: Map<Key, Tally>, name: Key, text: string) {
    const tally = tallies.get(name);
    if (tally) tally.count += 1;
    else {
      const quoted = text === "" ? "" : `: ${JSON.stringify(mask(text.slice(0, 60)))}`;
      tallies.set(name, { count: 1, first: `line ${this.line}${quoted}` });
    }
  }
}

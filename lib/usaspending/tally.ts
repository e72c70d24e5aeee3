import { createReadStream } from "node:fs";
import { dayNumber } from "@/lib/contracts/day-number";
import { type Day, fiscalYearDays, type Month } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import { intake } from "@/lib/import/2-parse/records";
import type { AgencyYear } from "@/lib/usaspending/plan";

/** A table inside a file, as `lib/import/1-open/open.ts` opens them. */
export interface Member {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}
/** The tables of a file: of a zip each, of a plain file itself. Throws where the file is damaged. */
export type OpenMembers = (path: string, name: string) => AsyncIterable<Member>;

/** Rows and their obligations. */
export interface Sum {
  rows: number;
  net: Cents;
}

/** What a file holds of a fiscal year of an agency, read exactly as an import would read it. */
export interface Tally extends Sum {
  months: Record<Month, Sum>;
  /** Rows that the import would reject; the first of them as a sentence. */
  rejected: number;
  reason: string | null;
  /** Rows that are no action of the agency in the fiscal year. */
  foreign: number;
}

/** The table that a plain file is. */
export async function* plainFile(path: string, name: string): AsyncGenerator<Member> {
  yield { name, bytes: { [Symbol.asyncIterator]: () => createReadStream(path)[Symbol.asyncIterator]() } };
}

/** Counts and adds the rows of a file. Throws the intake's `Refusal` where it is no table of contract actions. */
export async function tallyFile(
  { agency, fiscal_year }: AgencyYear,
  members: AsyncIterable<Member>,
): Promise<Tally> {
  const tally: Tally = { rows: 0, net: 0, months: {}, rejected: 0, reason: null, foreign: 0 };
  const { from, to } = fiscalYearDays(fiscal_year);
  const [first, last] = [dayNumber(from), dayNumber(to)];
  for await (const { name, bytes } of members) {
    for await (const { accepted, rejected } of intake(name, bytes)) {
      const [reject] = rejected;
      if (reject) {
        tally.rejected += rejected.length;
        tally.reason ??= `line ${reject.line} of ${name}: ${reject.column} ${reject.reason}`;
      }
      for (const { record } of accepted) {
        const {
          action_date: number,
          federal_action_obligation: cents,
          awarding_sub_agency_code: code,
        } = record;
        if (number === null || cents === null) {
          tally.foreign += 1;
          continue;
        }
        if (code !== agency.code || number < first || number > last) tally.foreign += 1;
        const month = monthOf(number);
        const sum = tally.months[month] ?? { rows: 0, net: 0 };
        tally.months[month] = sum;
        for (const each of [tally, sum]) {
          each.rows += 1;
          each.net += cents;
        }
      }
    }
  }
  return tally;
}

const monthOf = (number: number): Month => toDay(number).slice(0, 7);
const toDay = (number: number): Day => new Date(number * 86_400_000).toISOString().slice(0, 10);

import { addMonths, dayOfNumber, formatMonth, type Month } from "@/lib/contracts/days";
import type { FileProblem } from "@/lib/contracts/known-problems";
import { type Cents, counted, formatCount, toDollars } from "@/lib/contracts/money";
import { type RecordedName, recordedColumn, recordedNames } from "@/lib/contracts/recorded";
import { capitalize } from "@/lib/contracts/text";
import { hashText } from "@/lib/import/2-parse/hash-text";
import type { ActionRecord, Batch } from "@/lib/import/2-parse/records";

/** A download that was cut between pages has a round number of rows; fewer rows than this are round by chance. */
const fewestRound = 300;
const page = 100;
/** Fewer rows may be sorted by chance, and small agencies have months without actions. */
const fewestSorted = 50;
const fewestMonthly = 200;

const lifetimes = recordedNames.filter((name) => recordedColumn(name).lifetime);

/** The sums of a figure about whole awards that is repeated on each of their actions. */
interface LifetimeSums {
  /** The sum of the column. */
  column: bigint;
  /** By award index: its value on its last row; 0 if it has none. */
  awards: Cents[];
}

interface Account {
  rows: number;
  actions: number;
  negatives: number;
  /** Days since 1970-01-01. */
  days: Set<number>;
  /** Whether no amount is larger than the one before. */
  falling: boolean;
  lastAmount: Cents;
  /** The index of each award, by the hash of its key. */
  awards: Map<number, number>;
  sums: Map<RecordedName, LifetimeSums>;
}

const newAccount = (): Account => ({
  rows: 0,
  actions: 0,
  negatives: 0,
  days: new Set(),
  falling: true,
  lastAmount: Number.POSITIVE_INFINITY,
  awards: new Map(),
  sums: new Map(),
});

/** Makes checks of one file, by awarding sub-agency, for signs of lost rows. `end` returns the problems found. */
export function fileChecks(): { add(batch: Batch): void; end(): FileProblem[] } {
  const accounts = new Map<string, Account>();
  const account = (agency: string) => {
    const found = accounts.get(agency) ?? newAccount();
    accounts.set(agency, found);
    return found;
  };
  return {
    add({ accepted, rejected, columns }) {
      const repeated = lifetimes.filter((name) => columns.includes(name));
      for (const row of accepted) {
        if (row.kind !== "action") continue;
        count(account(row.record.awarding_sub_agency_code), row.record, repeated);
      }
      for (const { row } of rejected)
        if (row.awarding_sub_agency_code) account(row.awarding_sub_agency_code).rows += 1;
    },
    end: () => [...accounts].sort().flatMap(([agency, figures]) => judge(agency, figures)),
  };
}

function count(account: Account, record: ActionRecord, repeated: RecordedName[]) {
  const { action_date: day, federal_action_obligation: amount } = record;
  account.rows += 1;
  account.actions += 1;
  if (amount < 0) account.negatives += 1;
  if (amount > account.lastAmount) account.falling = false;
  account.lastAmount = amount;
  account.days.add(day);
  if (repeated.length === 0) return;
  const award = indexOf(record.contract_award_unique_key ?? record.award_id_piid, account.awards);
  for (const name of repeated) {
    const value = record[name] as Cents | null;
    if (value === null) continue;
    let sums = account.sums.get(name);
    if (!sums) {
      sums = { column: 0n, awards: [] };
      account.sums.set(name, sums);
    }
    sums.column += BigInt(value);
    while (sums.awards.length < award) sums.awards.push(0);
    sums.awards[award] = value;
  }
}

/** The index of an award among those seen so far. Arrays by index, since a file may have half a million awards. */
function indexOf(award: string, places: Map<number, number>): number {
  const hash = hashText(award);
  const place = places.get(hash) ?? places.size;
  places.set(hash, place);
  return place;
}

function judge(agency: string, account: Account): FileProblem[] {
  if (account.actions === 0) return [];
  const days = [...account.days].map(dayOfNumber).sort();
  const where = { agency, from: days.at(0) ?? null, to: days.at(-1) ?? null };
  return [roundNumber, sortedByAmount, endsInZero, missingMonths, repeatedLifetimes]
    .map((test) => test(account))
    .filter((finding) => finding !== null)
    .map((finding) => ({ ...where, ...finding }));
}

type Finding = Pick<FileProblem, "severity" | "title" | "detail"> | null;

const roundNumber = ({ rows, negatives }: Account): Finding =>
  rows >= fewestRound && rows % page === 0 && negatives === 0
    ? {
        severity: "notice",
        title: "A round number of rows",
        detail: `The file has exactly ${formatCount(rows)} rows of this agency and no negative amount among them, as where a page-by-page download was cut.`,
      }
    : null;

const isSorted = ({ actions, negatives, falling }: Account) =>
  actions >= fewestSorted && falling && negatives === 0;

const sortedByAmount = (account: Account): Finding =>
  isSorted(account)
    ? {
        severity: "notice",
        title: "Sorted by amount, without negatives",
        detail: `The ${formatCount(account.actions)} rows of this agency run from the highest amount down to ${toDollars(account.lastAmount)} and none is negative, as where the end of a sorted download was lost.`,
      }
    : null;

const endsInZero = (account: Account): Finding =>
  account.actions >= fewestSorted && account.negatives === 0 && account.lastAmount === 0 && !isSorted(account)
    ? {
        severity: "notice",
        title: "The last amount is 0",
        detail: `The last of the ${formatCount(account.actions)} rows of this agency has the amount 0.00 and none is negative, as where a download ended before its negative amounts.`,
      }
    : null;

function missingMonths({ rows, days }: Account): Finding {
  if (rows < fewestMonthly) return null;
  const months = [...new Set([...days].map((day) => dayOfNumber(day).slice(0, 7)))].sort();
  const missing: Month[] = [];
  for (let month = months[0] as Month; month < (months.at(-1) as Month); month = addMonths(month, 1))
    if (!months.includes(month)) missing.push(month);
  if (missing.length === 0) return null;
  return {
    severity: "notice",
    title: "Months without any action",
    detail: `Between its first and its last action of this agency the file has none in ${listMonths(missing)}.`,
  };
}

function repeatedLifetimes({ sums }: Account): Finding {
  const wrong = [...sums].flatMap(([name, { column, awards }]) => {
    let once = 0n;
    for (const value of awards) once += BigInt(value);
    return once === column
      ? []
      : [`adding ${name} over these rows counts $${dollars(once)} as $${dollars(column)}`];
  });
  if (wrong.length === 0) return null;
  const [first = "", ...others] = wrong;
  return {
    severity: "note",
    title: "Figures of whole awards on each action",
    detail: `${[capitalize(first), ...others].join("; ")}.`,
  };
}

/** The first few runs of months, `March 2023` or `March 2023 to May 2023`. */
function listMonths(months: Month[]): string {
  const runs: [Month, Month][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run && month === addMonths(run[1], 1)) run[1] = month;
    else runs.push([month, month]);
  }
  const shown = runs
    .slice(0, 5)
    .map(([from, to]) => (from === to ? formatMonth(from) : `${formatMonth(from)} to ${formatMonth(to)}`));
  const more = runs.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${counted(more, "other period")}` : ""}`;
}

/** Dollars with separators. A bigint, since the sum of many amounts may exceed the range of a number. */
function dollars(cents: bigint): string {
  const sign = cents < 0n ? "-" : "";
  const size = cents < 0n ? -cents : cents;
  return `${sign}${(size / 100n).toLocaleString("en-US")}.${(size % 100n).toString().padStart(2, "0")}`;
}

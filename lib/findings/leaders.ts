import { fiscalYear, fiscalYearDays } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import type { Query } from "@/lib/query/query";
import type { RecordDays } from "@/lib/query/windows";

import { isWhole, type Scope } from "./scope";

interface Leader {
  years: { key: string | null; net: Cents }[];
}

/** The fiscal years whose every day is in the window of the query and in the records. */
const fullYears = <Year extends { key: string | null }>(
  years: Year[],
  query: Query,
  days: RecordDays,
): Year[] => years.filter(({ key }) => key !== null && isWhole(fiscalYearDays(Number(key)), query, days));

/** For how many of the largest companies the last full fiscal year was the largest; `null` if not for more than half. */
export function leadersFinding(
  leaders: Leader[],
  plural: string,
  query: Query,
  days: RecordDays,
): string | null {
  const { data_through: through } = days;
  const current = fiscalYear(through);
  const last = through === fiscalYearDays(current).to ? current : current - 1;
  const rising = leaders.filter(({ years }) => {
    const full = fullYears(years, query, days);
    const newest = full.find(({ key }) => Number(key) === last);
    return newest && full.length > 1 && full.every((year) => year === newest || year.net < newest.net);
  });
  if (leaders.length < 2 || rising.length * 2 <= leaders.length) return null;
  const share =
    rising.length === leaders.length ? `all ${leaders.length}` : `${rising.length} of the ${leaders.length}`;
  return `For ${share} largest ${plural}, FY${last} was the largest full fiscal year`;
}

/** A group with its name in a sentence. */
interface NamedLeader extends Leader {
  name: string;
}

/** Which agency obligated the most in at least three of four full fiscal years; `null` if none did. */
export function agencyLeadFinding(
  agencies: NamedLeader[],
  { filters }: Pick<Scope, "filters">,
  query: Query,
  days: RecordDays,
): string | null {
  const [first, second] = agencies;
  if (!first || !second) return null;
  const years = fullYears(first.years, query, days);
  const netIn = (agency: Leader, key: string | null) =>
    agency.years.find((year) => year.key === key)?.net ?? 0;
  const yearsAhead = (agency: NamedLeader) =>
    years.filter(
      ({ key }) =>
        netIn(agency, key) > 0 &&
        agencies.every((other) => other === agency || netIn(other, key) < netIn(agency, key)),
    ).length;
  const ahead = agencies.toSorted((one, other) => yearsAhead(other) - yearsAhead(one))[0] ?? first;
  const count = yearsAhead(ahead);
  const [begin, end] = [Number(years[0]?.key), Number(years.at(-1)?.key)];
  const hasGaps = end - begin >= years.length;
  if (years.length < 2 || hasGaps || count * 4 < years.length * 3) return null;
  const others = agencies.filter((agency) => agency !== ahead);
  const than = others.length === 1 ? `${others[0]?.name}` : "any other agency";
  const when = `${count === years.length ? "each full fiscal year" : `${count} of ${years.length} full fiscal years`} from FY${begin} through FY${end}`;
  return `${ahead.name} obligated more than ${than}${filters} in ${when}`;
}

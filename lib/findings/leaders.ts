import { fiscalYear, fiscalYearDays } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";

import type { RecordDays } from "./scope";

interface Leader {
  years: { key: string | null; net: Cents }[];
}

/** For how many of the largest companies the last full fiscal year was the largest; `null` where that is few of them. */
export function leadersFinding(leaders: Leader[], plural: string, days: RecordDays): string | null {
  const { data_from: began, data_through: through } = days;
  const current = fiscalYear(through);
  const last = through === fiscalYearDays(current).to ? current : current - 1;
  const isFull = (year: number) => year <= last && fiscalYearDays(year).from >= began;
  const rising = leaders.filter(({ years }) => {
    const full = years.filter(({ key }) => key !== null && isFull(Number(key)));
    const newest = full.find(({ key }) => Number(key) === last);
    return newest && full.length > 1 && full.every((year) => year === newest || year.net < newest.net);
  });
  if (leaders.length < 2 || rising.length * 2 <= leaders.length) return null;
  const share =
    rising.length === leaders.length ? `all ${leaders.length}` : `${rising.length} of the ${leaders.length}`;
  return `For ${share} largest ${plural}, FY${last} was the largest full fiscal year`;
}

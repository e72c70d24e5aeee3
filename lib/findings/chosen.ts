import type { NetLine } from "@/lib/contracts/comparisons";
import { fiscalYearDays, formatMonth } from "@/lib/contracts/days";
import { counted, roundedMoney } from "@/lib/contracts/money";
import type { RecordDays } from "@/lib/query/windows";

/** Which of some chosen groups had the most in the full fiscal years; `null` where none stands out. */
export function chosenYearsFinding(
  years: string[],
  lines: NetLine[],
  plural: string,
  { data_from: began, data_through: through }: RecordDays,
): string | null {
  if (lines.length < 2) return null;
  const full = years.flatMap((year, index) => {
    const { from, to } = fiscalYearDays(Number(year));
    return from >= began && to <= through ? [index] : [];
  });
  const led = new Map<NetLine, number>();
  for (const index of full) {
    const most = Math.max(...lines.map(({ nets }) => nets[index] ?? 0));
    const [first, ...tied] = lines.filter(({ nets }) => nets[index] === most);
    if (first && most > 0 && tied.length === 0) led.set(first, (led.get(first) ?? 0) + 1);
  }
  const [leader, wins] = [...led].toSorted(([, one], [, other]) => other - one)[0] ?? [];
  if (!leader || wins === undefined || full.length < 2 || wins * 2 <= full.length) return null;
  const when =
    wins === full.length
      ? `each of ${counted(full.length, "full fiscal year")}`
      : `${wins} of ${counted(full.length, "full fiscal year")}`;
  return `${leader.label} led these ${lines.length} ${plural} in ${when}`;
}

/** The largest month of some chosen groups; `null` where nothing was obligated or several are as large. */
export function chosenMonthsFinding(months: string[], lines: NetLine[]): string | null {
  const most = Math.max(0, ...lines.flatMap(({ nets }) => nets));
  const peaks = lines.flatMap(({ label, nets }) =>
    nets.flatMap((net, index) => (net === most ? [{ label, month: months[index] ?? "" }] : [])),
  );
  const [peak, ...tied] = peaks;
  if (most === 0 || !peak || tied.length > 0) return null;
  return `Largest month: ${peak.label}, ${roundedMoney(most)} in ${formatMonth(peak.month)}`;
}

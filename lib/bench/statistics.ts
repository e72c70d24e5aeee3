/** The value that `share` of the measurements do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** How many times to measure: at least `least`, then until `ms` have passed or `most` is reached. */
export interface Runs {
  least: number;
  most: number;
  ms: number;
}

/** The milliseconds of repeated runs, after a warm-up. */
export async function time(work: () => Promise<unknown>, { least, most, ms }: Runs): Promise<number[]> {
  for (let run = 0; run < 3; run += 1) await work();
  const began = performance.now();
  const taken: number[] = [];
  while (taken.length < least || (taken.length < most && performance.now() - began < ms)) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken;
}

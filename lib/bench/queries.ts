import { benchQueries, subjectOf } from "@/lib/bench/bench-queries";
import type { Measurement } from "@/lib/bench/figures";
import { percentile, type Runs, time } from "@/lib/bench/statistics";
import type { Published } from "@/lib/snapshot/current";
import { openFile } from "@/lib/store/file";

/** Milliseconds at the 95th percentile, by the kind of query. */
const budgets = {
  bundled: { query: 15, deep: 30, search: 15, suggest: 50 },
  million: { query: 60, deep: 60, search: 30, suggest: 50 },
};

/** Times every query of the interface on one snapshot, and a bare statement for each. */
export async function queryFigures(
  { file }: Published,
  size: { name: string; budget: keyof typeof budgets; runs: Runs },
): Promise<Measurement[]> {
  const { store, close } = await openFile(file, { memo: false });
  try {
    const figures: Measurement[] = [];
    for (const { name, kind, ask, bare } of benchQueries(await subjectOf(store))) {
      const taken = await time(() => ask(store), size.runs);
      const beside = await time(() => store.rows({ text: bare, values: [] }), size.runs);
      figures.push({
        part: `queries, ${size.name}`,
        what: name,
        conditions: `warm, memo off, ${taken.length} runs; p95 (p50)`,
        value: percentile(taken, 0.95),
        middle: percentile(taken, 0.5),
        unit: "ms",
        budget: { most: budgets[size.budget][kind] },
        yardstick: {
          name: "bare SQL",
          value: percentile(beside, 0.95),
          middle: percentile(beside, 0.5),
        },
      });
    }
    return figures;
  } finally {
    close();
  }
}

import type { Measurement } from "@/lib/bench/figures";
import type { Server } from "@/lib/bench/server";
import { namedScripts, scriptBudget, sizeOf } from "@/lib/bench/weight";

/** The size of the scripts that every kind of page names. */
export async function scriptFigures({ url }: Server): Promise<Measurement[]> {
  const { rows } = (await (await fetch(`${url}/api/contracts?size=1`)).json()) as {
    rows: { key: string; company: { slug: string } }[];
  };
  const pages = [
    ["/", "/"],
    ["/contracts", "/contracts"],
    ["/contracts/<key>", `/contracts/${rows[0]?.key}`],
    ["/companies", "/companies"],
    ["/companies/<slug>", `/companies/${rows[0]?.company.slug}`],
    ["/find", "/find?amount=29.8M"],
    ["/search", "/search?q=detention"],
    ["/data", "/data"],
  ] as const;
  return Promise.all(
    pages.map(async ([what, path]): Promise<Measurement> => {
      const scripts = await namedScripts(url + path);
      return {
        part: "scripts, gzip",
        what,
        conditions: `${scripts.length} files named in the page, without nomodule; charts come later`,
        value: sizeOf(scripts),
        unit: "kB",
        budget: { most: scriptBudget },
      };
    }),
  );
}

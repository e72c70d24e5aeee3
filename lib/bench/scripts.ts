import { gzipSync } from "node:zlib";

import type { Figure } from "@/lib/bench/figures";
import type { Server } from "@/lib/bench/server";

/** The size of the scripts that a page names: what a browser loads before anything is asked of the page. */
export async function scriptFigures({ url }: Server): Promise<Figure[]> {
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
    ["/search", "/search?q=palantir"],
    ["/data", "/data"],
  ] as const;
  return Promise.all(
    pages.map(async ([what, path]): Promise<Figure> => {
      const names = scriptsOf(await (await fetch(url + path)).text());
      const sizes = await Promise.all(names.map((name) => gzipped(new URL(name, url))));
      return {
        part: "scripts, gzip",
        what,
        conditions: `${names.length} files named in the page, without nomodule; charts come later`,
        value: sizes.reduce((sum, size) => sum + size, 0) / 1_000,
        unit: "kB",
        budget: { most: 180 },
      };
    }),
  );
}

function scriptsOf(html: string): string[] {
  const tags = [
    ...(html.match(/<script\b[^>]*\bsrc=[^>]*>/gi) ?? []),
    ...(html.match(/<link\b[^>]*\bas="script"[^>]*>/gi) ?? []),
  ].filter((tag) => !/\bnomodule\b/i.test(tag));
  return [...new Set(tags.flatMap((tag) => /\b(?:src|href)="([^"]+)"/i.exec(tag)?.[1] ?? []))];
}

async function gzipped(address: URL): Promise<number> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname} answered ${answer.status}.`);
  return gzipSync(Buffer.from(await answer.arrayBuffer())).length;
}

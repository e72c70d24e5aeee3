import { gzipSync } from "node:zlib";

/** The budget in kB (gzip) for the scripts in a page's HTML, which load before any interaction. */
export const scriptBudget = 180;

/** A script in the HTML of a page, except those for browsers without modules. */
export interface NamedScript {
  path: string;
  text: string;
  /** Its size, gzip, in kB. */
  size: number;
}

/** The scripts in the HTML of a page, without those that it loads later. */
export async function namedScripts(page: string): Promise<NamedScript[]> {
  const html = await (await fetch(page)).text();
  return Promise.all(scriptsOf(html).map((name) => readScript(new URL(name, page))));
}

function scriptsOf(html: string): string[] {
  const tags = [
    ...(html.match(/<script\b[^>]*\bsrc=[^>]*>/gi) ?? []),
    ...(html.match(/<link\b[^>]*\bas="script"[^>]*>/gi) ?? []),
  ].filter((tag) => !/\bnomodule\b/i.test(tag));
  return [...new Set(tags.flatMap((tag) => /\b(?:src|href)="([^"]+)"/i.exec(tag)?.[1] ?? []))];
}

async function readScript(address: URL): Promise<NamedScript> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname} answered ${answer.status}.`);
  const text = await answer.text();
  return { path: address.pathname, text, size: gzipSync(text).length / 1_000 };
}

export const sizeOf = (scripts: NamedScript[]): number => scripts.reduce((sum, { size }) => sum + size, 0);

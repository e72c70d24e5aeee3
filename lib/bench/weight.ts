import { gzipSync } from "node:zlib";

/** Scripts, gzip, that a page may name, in kB: what a browser loads before anything is asked of the page. */
export const scriptBudget = 180;

/** A script that the HTML of a page names, without what only browsers without modules load. */
export interface NamedScript {
  path: string;
  text: string;
  /** Its size, gzip, in kB. */
  size: number;
}

/** The scripts that the page at an address names as it is served. What it loads later is not among them. */
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

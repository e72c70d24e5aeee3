import Papa from "papaparse";
import { expect } from "vitest";

import { originOf, type SiteName } from "@/lib/setup/sites.mjs";

/** A test site, read by `fetch`. */
export interface Site {
  origin: string;
  /** Requests a path. Follows redirects unless `init` forbids it. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** The JSON at a path. Another status fails the test. */
  json<Body>(path: string, status?: number): Promise<Body>;
  /** The text at a path. Another status fails the test. */
  text(path: string, status?: number): Promise<string>;
  /** The rows of a CSV file at a path, by column. A missing byte order mark fails the test. */
  rows(path: string): Promise<Record<string, string>[]>;
}

export function siteOf(name: SiteName): Site {
  const origin = originOf(name);
  const get = (path: string, init?: RequestInit) => fetch(new URL(path, origin), init);
  const expectStatus = async (path: string, status: number) => {
    const response = await get(path);
    expect(response.status, path).toBe(status);
    return response;
  };
  return {
    origin,
    fetch: get,
    json: async (path, status = 200) => (await expectStatus(path, status)).json(),
    text: async (path, status = 200) => (await expectStatus(path, status)).text(),
    rows: async (path) => {
      const bytes = await (await expectStatus(path, 200)).arrayBuffer();
      const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
      expect(text.startsWith("\uFEFF"), path).toBe(true);
      return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;
    },
  };
}

/** The cents of a dollar amount in text, so that sums are exact. */
export const cents = (text: string) => Math.round(Number(text) * 100);

/** The parameters that a problem document names, in order. */
export async function refused(response: Response): Promise<string[] | undefined> {
  expect(response.headers.get("content-type")).toContain("application/problem+json");
  const { parameters } = (await response.json()) as { parameters?: { name: string }[] };
  return parameters?.map(({ name }) => name);
}

import Papa from "papaparse";
import { expect } from "vitest";

import { originOf, type SiteName } from "@/lib/setup/sites.mjs";

/** A test site as a client without a browser sees it. */
export interface Site {
  origin: string;
  /** The answer at a path, redirects followed unless `init` says otherwise. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** The JSON at a path. Fails the test when the status is another one. */
  json<Body>(path: string, status?: number): Promise<Body>;
  /** The text at a path. Fails the test when the status is another one. */
  text(path: string, status?: number): Promise<string>;
  /** The rows of a CSV file at a path, by column. Fails the test when it lacks its byte order mark. */
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

/** Dollars written as text, in whole cents, so that sums are exact. */
export const cents = (text: string) => Math.round(Number(text) * 100);

/** The names of the parameters that a problem document complains of, in its order. */
export async function refused(response: Response): Promise<string[] | undefined> {
  expect(response.headers.get("content-type")).toContain("application/problem+json");
  const { parameters } = (await response.json()) as { parameters?: { name: string }[] };
  return parameters?.map(({ name }) => name);
}

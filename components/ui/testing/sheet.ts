import { readFileSync } from "node:fs";

/** The colors of a stylesheet by token. */
export const colorsOf = (sheet: string): Map<string, readonly [light: string, dark: string]> =>
  new Map(
    [
      ...readFileSync(sheet, "utf8").matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g),
    ].map(([, name = "", light = "", dark = ""]) => [name, [light, dark]]),
  );

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import pLimit from "p-limit";
import type { ReactNode } from "react";
import satori, { type Font } from "satori";

import { projectRoot } from "@/lib/project/root";

export const pictureFormats = ["png", "svg"] as const;
export type PictureFormat = (typeof pictureFormats)[number];

export const pictureTypes: Record<PictureFormat, string> = { png: "image/png", svg: "image/svg+xml" };

const faces = [
  { name: "sans", weight: 400, file: "inter/files/inter-latin-400-normal.woff" },
  { name: "sans", weight: 600, file: "inter/files/inter-latin-600-normal.woff" },
  { name: "sans", weight: 400, file: "inter/files/inter-latin-ext-400-normal.woff" },
  { name: "serif", weight: 600, file: "source-serif-4/files/source-serif-4-latin-600-normal.woff" },
] as const;

let fonts: Promise<Font[]> | undefined;

const readFonts = () =>
  Promise.all(
    faces.map(async ({ name, weight, file }) => ({
      name,
      weight,
      style: "normal" as const,
      data: await readFile(join(projectRoot, "node_modules/@fontsource", file)),
    })),
  );

const rasteriser = fileURLToPath(new URL("./rasterise.mjs", import.meta.url)); // the build copies this file next to its own
const maxBytes = 32 * 1024 * 1024;
const timeoutMs = 30_000;

/** Rasterizes in a process of its own, because in the server the memory of drawn pixels is not freed for long. */
async function rasterise(svg: string): Promise<Uint8Array> {
  const options = { encoding: "buffer", maxBuffer: maxBytes, timeout: timeoutMs } as const;
  const running = promisify(execFile)(process.execPath, [rasteriser], options);
  running.child.stdin?.on("error", () => {}).end(svg); // ignores EPIPE: the exit status reports a process that ends early
  return (await running).stdout;
}

/** Drawing uses a whole core: one picture at a time. */
const oneAtATime = pLimit(1);

/**
 * Draws an element in flex layout, `width` pixels wide, as a file. Text becomes outlines, so the file looks the same
 * everywhere. Nothing is fetched.
 */
export function draw(element: ReactNode, width: number, format: PictureFormat): Promise<string | Uint8Array> {
  return oneAtATime(async () => {
    fonts ??= readFonts();
    const svg = await satori(element, { width, fonts: await fonts });
    return format === "svg" ? svg : rasterise(svg);
  });
}

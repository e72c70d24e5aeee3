import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import pLimit from "p-limit";
import type { ReactElement } from "react";
import type { PictureFormat } from "@/lib/contracts/pictures";

export const pictureTypes: Record<PictureFormat, string> = { png: "image/png", svg: "image/svg+xml" };

const rasterizer = fileURLToPath(new URL("./rasterize.mjs", import.meta.url)); // the build copies this file next to its own
const maxBytes = 32 * 1024 * 1024;
const timeoutMs = 30_000;

/** Rasterizes in a process of its own, because in the server the memory of drawn pixels is not freed for long. */
async function rasterize(svg: string): Promise<Uint8Array> {
  const options = { encoding: "buffer", maxBuffer: maxBytes, timeout: timeoutMs } as const;
  const running = promisify(execFile)(process.execPath, [rasterizer], options);
  running.child.stdin?.on("error", () => {}).end(svg); // ignores EPIPE: the exit status reports a process that ends early
  return (await running).stdout;
}

/** Drawing uses a whole core: one picture at a time. */
const oneAtATime = pLimit(1);

/**
 * Draws an SVG element as a file. Its text stays text, its tokens (`var(--accent)`) become `colors`, its classes go: a
 * picture has no style sheet, and nothing is fetched for it.
 */
export function draw(
  element: ReactElement,
  colors: ReadonlyMap<string, string>,
  format: PictureFormat,
): Promise<string | Uint8Array> {
  return oneAtATime(async () => {
    // Next refuses a static import of it in a route.
    const { renderToStaticMarkup } = await import("react-dom/server");
    const svg = renderToStaticMarkup(element)
      .replaceAll(/ class="[^"]*"/g, "")
      .replaceAll(/var\(--([\w-]+)\)/g, (fill, token) => {
        const color = colors.get(token);
        if (!color) throw new Error(`A picture has no color for ${fill}.`);
        return color;
      });
    return format === "svg" ? svg : rasterize(svg);
  });
}

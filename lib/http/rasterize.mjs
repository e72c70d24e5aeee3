import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** Pixels of the file per pixel of the drawing: sharp in print and on dense screens. */
const density = 2;

const { resolve } = createRequire(import.meta.url);
const faces = [
  "@fontsource/inter/files/inter-latin-400-normal.woff2",
  "@fontsource/inter/files/inter-latin-600-normal.woff2",
  "@fontsource/inter/files/inter-latin-ext-400-normal.woff2",
  "@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2",
];

// Reads an SVG with live text, writes its PNG. The WebAssembly build reads the compressed fonts as they are.
await initWasm(await readFile(resolve("@resvg/resvg-wasm/index_bg.wasm")));
const image = new Resvg(await text(process.stdin), {
  fitTo: { mode: "zoom", value: density },
  font: {
    fontBuffers: await Promise.all(faces.map((face) => readFile(resolve(face)))),
    loadSystemFonts: false,
    defaultFontFamily: "Inter",
  },
});
process.stdout.write(image.render().asPng());

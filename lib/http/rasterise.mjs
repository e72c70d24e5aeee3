import { text } from "node:stream/consumers";

import { Resvg } from "@resvg/resvg-js";

/** Pixels of the file per pixel of the layout: sharp in print and on dense screens. */
const density = 2;

// Reads an SVG whose text is outlines, writes its PNG.
const image = new Resvg(await text(process.stdin), {
  fitTo: { mode: "zoom", value: density },
  font: { loadSystemFonts: false },
});
process.stdout.write(image.render().asPng());

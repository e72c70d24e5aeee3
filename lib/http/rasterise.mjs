import { text } from "node:stream/consumers";

import { Resvg } from "@resvg/resvg-js";

/** How many pixels of a file stand for one of the layout: sharp in print and on dense screens. */
const density = 2;

// An SVG whose words are outlines comes in, its PNG goes out.
const image = new Resvg(await text(process.stdin), {
  fitTo: { mode: "zoom", value: density },
  font: { loadSystemFonts: false },
});
process.stdout.write(image.render().asPng());

import localFont from "next/font/local";

/*
 * The faces come with npm packages and are served by this site. `optional`: whoever has them in the cache, or gets them
 * in time, sees them; nobody sees a page move because they came late. Their stand-ins are in globals.css.
 */

/** The text face: its figures are of one width. */
export const sans = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  display: "optional",
  adjustFontFallback: false,
  variable: "--face-sans",
});

/** The face of titles, in the one weight that they have. */
export const serif = localFont({
  src: "../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2",
  weight: "600",
  display: "optional",
  adjustFontFallback: false,
  variable: "--face-serif",
});

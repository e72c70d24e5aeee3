import localFont from "next/font/local";

/*
 * The fonts come from npm packages, and this site serves them. With `optional`, a browser uses them if they are cached or
 * arrive in time, so a page never shifts. Their fallbacks are in globals.css.
 */

/** The font of text, with tabular figures. */
export const sans = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  display: "optional",
  adjustFontFallback: false,
  variable: "--face-sans",
});

export const serif = localFont({
  src: "../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2",
  weight: "600",
  display: "optional",
  adjustFontFallback: false,
  variable: "--face-serif",
});

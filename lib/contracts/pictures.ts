export const pictureFormats = ["png", "svg"] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/**
 * The shapes of a picture for a page, a post and a link preview, in pixels of the file, with the bars there is space for.
 * Without a shape a picture is as high as its content.
 */
export const pictureShapes = {
  wide: { width: 1200, height: 675, bars: 8 },
  square: { width: 1080, height: 1080, bars: 13 },
  tall: { width: 1080, height: 1350, bars: 19 },
  link: { width: 1200, height: 630, bars: 7 },
} as const satisfies Record<string, { width: number; height: number; bars: number }>;
export type PictureShape = keyof typeof pictureShapes;

export const pictureThemes = ["light", "dark"] as const;
export type PictureTheme = (typeof pictureThemes)[number];

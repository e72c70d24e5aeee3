/** The heights of the rows of the workbench: two lines, or one. */
export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

/** The cookie that stores the chosen height. It identifies no one. */
export const densityCookie = "density";

/** The height that an address or else a cookie names. */
export const densityOf = (named: Density | null, cookie: string | undefined): Density =>
  named ?? densities.find((density) => density === cookie) ?? "comfortable";

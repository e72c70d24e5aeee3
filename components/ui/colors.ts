/** The role of a color, with the minimum contrast (WCAG 2.2) on each background it is used on. */
export interface Role {
  /** The token in app/globals.css, without the dashes. */
  name: string;
  use: string;
  /** 4.5 for text, 3 for shapes. Other backgrounds are not used. */
  on: Record<string, number>;
}

/** Every color of the interface. Chart series have their own rules in components/charts. */
export const roles: Role[] = [
  { name: "paper", use: "Page background; text on the accent", on: { accent: 4.5 } },
  {
    name: "wash",
    use: "Background of separate parts: the result bar, the line of sources, the footer",
    on: {},
  },
  { name: "ink", use: "Text and figures", on: { paper: 7, wash: 7, mark: 7 } },
  {
    name: "soft",
    use: "Text around figures: labels, windows, notes, the names of an axis",
    on: { paper: 4.5, wash: 4.5, mark: 4.5 },
  },
  { name: "line", use: "Hairlines between rows and parts; no meaning of their own", on: {} },
  { name: "edge", use: "The borders of controls, zero lines", on: { paper: 3, wash: 3 } },
  {
    name: "accent",
    use: "Links, what is chosen, the focus, what was added",
    on: { paper: 4.5, wash: 4.5, mark: 4.5 },
  },
  {
    name: "past",
    use: "What was added in an earlier year, outside the filter or by all the others",
    on: { paper: 3 },
  },
  {
    name: "neg",
    use: "What was taken back, always with its minus sign or below the zero line",
    on: { paper: 4.5, wash: 4.5, mark: 4.5 },
  },
  { name: "mark", use: "Background of notices", on: {} },
  { name: "mark-edge", use: "The edge of notices", on: { paper: 3 } },
];

/** The light theme, by token: a picture cannot read the style sheets. */
const light: Record<string, string> = {
  ink: "#1b1d22",
  soft: "#575c6b",
  line: "#dcdfe6",
  edge: "#858b9b",
  paper: "#ffffff",
  accent: "#1f4e8c",
  past: "#7a96be",
  neg: "#a94a21",
  "series-1": "#1f4e8c",
  "series-2": "#007558",
  "series-3": "#3a9c5e",
  "series-4": "#9a5d6d",
  "series-5": "#918b00",
  "series-6": "#786999",
  "series-7": "#6a8cdb",
  "series-8": "#6f3600",
  "series-other": "#858b9b",
};

export const pictureColors: ReadonlyMap<string, string> = new Map(Object.entries(light));

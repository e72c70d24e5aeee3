/** One measurement, with its budget and a comparison from the same run. */
export interface Measurement {
  part: string;
  what: string;
  conditions: string;
  value: number;
  /** The median, where `value` is a percentile. */
  middle?: number;
  unit: "ms" | "s" | "rows/s" | "MB/s" | "MB" | "kB" | "requests/s" | "of 100" | "";
  /** At most or at least this much, in the same unit. */
  budget?: { most: number } | { least: number };
  yardstick?: { name: string; value: number; middle?: number };
}

export function isOver({ value, budget }: Measurement): boolean {
  if (!budget) return false;
  return !("most" in budget ? value <= budget.most : value >= budget.least);
}

/** The value divided by the yardstick; of medians if there are any. */
export function ratio({ value, middle, yardstick }: Measurement): number | null {
  if (!yardstick) return null;
  return (middle ?? value) / (yardstick.middle ?? yardstick.value);
}

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const number = (value: number) =>
  Math.abs(value) >= 100 ? grouped.format(value) : value.toFixed(Math.abs(value) >= 10 ? 1 : 2);

const withMiddle = (value: number, middle: number | undefined, unit: string) =>
  `${number(value)}${middle === undefined ? "" : ` (${number(middle)})`} ${unit}`;

function budgetWords({ budget, unit }: Measurement): string {
  if (!budget) return "";
  return "most" in budget
    ? `at most ${number(budget.most)} ${unit}`
    : `at least ${number(budget.least)} ${unit}`;
}

const header = ["what", "conditions", "budget", "measured", "", "compared with", "ratio"];

/** The figures as tables in Markdown, one for each part. */
export function toMarkdown(figures: Measurement[]): string {
  const parts = [...new Set(figures.map(({ part }) => part))];
  return parts
    .map((part) => {
      const rows = figures.filter((figure) => figure.part === part).map(row);
      return [`### ${part}`, "", line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
    })
    .join("\n\n");
}

function row(figure: Measurement): string[] {
  const { what, conditions, value, middle, unit, budget, yardstick } = figure;
  const times = ratio(figure);
  return [
    what,
    conditions,
    budgetWords(figure),
    withMiddle(value, middle, unit),
    budget ? (isOver(figure) ? "**over budget**" : "within") : "",
    yardstick ? `${yardstick.name}: ${withMiddle(yardstick.value, yardstick.middle, unit)}` : "",
    times === null ? "" : `${times.toFixed(2)}×`,
  ];
}

const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

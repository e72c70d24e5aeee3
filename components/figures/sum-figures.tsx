import type { ReactNode } from "react";
import type { Figure } from "@/components/ui/figures";
import { Money } from "@/components/ui/money";
import type { Totals } from "@/lib/contracts/totals";
import type { Sign } from "@/lib/query/filters";

interface SumFiguresProps extends Pick<Totals, "net" | "added" | "taken_back"> {
  /** What the net is of, and what it leaves out. */
  label: string;
  note: string;
  /** Makes a figure the door to its records: to all of them, or to those of one sign. */
  door: (figure: ReactNode, sign?: Sign) => ReactNode;
}

/** A net with what was added and taken back beside it, exact. */
export const sumFigures = ({ label, note, net, added, taken_back, door }: SumFiguresProps): Figure[] => [
  { label, value: door(<Money cents={net} exact />), note },
  { label: "Added", value: door(<Money cents={added} exact />, "pos") },
  { label: "Taken back", value: door(<Money cents={taken_back} exact />, "neg") },
];

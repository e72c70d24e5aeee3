import type { ReactNode } from "react";
import type { KeyFigure } from "@/components/ui/key-figures";
import { Money } from "@/components/ui/money";
import type { Totals } from "@/lib/contracts/totals";
import type { Sign } from "@/lib/query/filters";

interface SumFiguresProps extends Pick<Totals, "net" | "added" | "taken_back"> {
  /** The label of the net, and a note on what it leaves out. */
  label: string;
  note: string;
  /** Links a figure to its records: all of them, or those of one sign. */
  linkTo: (figure: ReactNode, sign?: Sign) => ReactNode;
}

/** The exact net of a selection, its obligations and its de-obligations. */
export const sumFigures = ({ label, note, net, added, taken_back, linkTo }: SumFiguresProps): KeyFigure[] => [
  { label, value: linkTo(<Money cents={net} exact />), note },
  { label: "Added", value: linkTo(<Money cents={added} exact />, "pos") },
  { label: "Taken back", value: linkTo(<Money cents={taken_back} exact />, "neg") },
];

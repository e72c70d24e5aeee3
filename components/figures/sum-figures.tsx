import type { ReactNode } from "react";
import type { Figure } from "@/components/ui/figures";
import { Money } from "@/components/ui/money";
import type { Totals } from "@/lib/contracts/totals";
import type { Sign } from "@/lib/query/filters";

interface SumFiguresProps extends Pick<Totals, "net" | "added" | "taken_back"> {
  /** What the net is of, and what it leaves out. */
  label: string;
  note: string;
  /** Links a figure to its records: to all of them, or to those of one sign. */
  linkTo: (figure: ReactNode, sign?: Sign) => ReactNode;
}

/** A net with what was added and taken back beside it, exact. */
export const sumFigures = ({ label, note, net, added, taken_back, linkTo }: SumFiguresProps): Figure[] => [
  { label, value: linkTo(<Money cents={net} exact />), note },
  { label: "Added", value: linkTo(<Money cents={added} exact />, "pos") },
  { label: "Taken back", value: linkTo(<Money cents={taken_back} exact />, "neg") },
];

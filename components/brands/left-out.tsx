import { Records } from "@/components/figures/records";
import { Money } from "@/components/ui/money";
import { counted } from "@/lib/contracts/money";
import { netMeasure } from "@/lib/contracts/text";
import type { Totals } from "@/lib/contracts/totals";
import { change, type Query } from "@/lib/query/query";

interface LeftOutProps {
  leftOut: { query: Query; totals: Totals };
  /** What the words are: `the word “glock”`. */
  words: string;
  /** What leaves them out: `the rule leaves`. */
  rule: string;
}

/** A sentence on the actions that match a brand's words and are not counted. Nothing where there are none. */
export function LeftOut({ leftOut: { query, totals }, words, rule }: LeftOutProps) {
  const { actions, net } = totals;
  if (actions === 0) return null;
  return (
    <>
      {" "}
      <Records query={change(query, { view: "actions" })}>{counted(actions, "further action")}</Records> (
      <Money cents={net} unsigned />
      {net < 0 && ` ${netMeasure(net)}`}) only {actions === 1 ? "mentions" : "mention"} {words}; {rule}{" "}
      {actions === 1 ? "it" : "them"} out.
    </>
  );
}

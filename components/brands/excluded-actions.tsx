import { RecordsLink } from "@/components/figures/records-link";
import { Money } from "@/components/ui/money";
import { counted } from "@/lib/contracts/money";
import { netMeasure } from "@/lib/contracts/text";
import type { Totals } from "@/lib/contracts/totals";
import { change, type Query } from "@/lib/query/query";

interface ExcludedActionsProps {
  excluded: { query: Query; totals: Totals };
  /** The matched words: `the word “glock”`. */
  words: string;
  /** Subject and verb of the sentence: `the rule leaves`. */
  rule: string;
}

/** A sentence on the actions that match a brand's words but that its rule excludes. Renders nothing if there are none. */
export function ExcludedActions({ excluded: { query, totals }, words, rule }: ExcludedActionsProps) {
  const { actions, net } = totals;
  if (actions === 0) return null;
  return (
    <>
      {" "}
      <RecordsLink query={change(query, { view: "actions" })}>
        {counted(actions, "further action")}
      </RecordsLink>{" "}
      (
      <Money cents={net} unsigned />
      {net < 0 && ` ${netMeasure(net)}`}) only {actions === 1 ? "mentions" : "mention"} {words}; {rule}{" "}
      {actions === 1 ? "it" : "them"} out.
    </>
  );
}

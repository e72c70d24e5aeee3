import type { Route } from "next";
import { InlineChoice } from "@/components/ui/joined";
import { mostCompared } from "@/lib/query/comparison";
import type { Query } from "@/lib/query/query";

import styles from "./compare.module.css";

interface OthersChoiceProps {
  /** The address of the page with all others, or without them. */
  address: (others: Query["others"]) => Route;
  /** Whether the chosen ones are alone. */
  isAlone: boolean;
  chosen: number;
  plural: string;
}

/** Switches between the chosen groups and all of them, and says if too many are chosen for one chart. */
export function OthersChoice({ address, isAlone, chosen, plural }: OthersChoiceProps) {
  return (
    <div className={styles.choice}>
      <p>
        Show{" "}
        <InlineChoice
          choices={[
            { label: "only selected", href: address(chosen > 1 ? null : "no"), isChosen: isAlone },
            { label: "with all others", href: address(chosen > 1 ? "yes" : null), isChosen: !isAlone },
          ]}
        />
      </p>
      {isAlone && chosen > mostCompared && (
        <p>
          {chosen} {plural} are selected. The charts over time compare the {mostCompared} largest.
        </p>
      )}
    </div>
  );
}

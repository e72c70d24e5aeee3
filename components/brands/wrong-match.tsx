import { CopyText } from "@/components/ui/copy-text";
import type { Brand, BrandRule } from "@/lib/contracts/brands";

import styles from "./wrong-match.module.css";

interface WrongMatchProps {
  brand: Brand & { rule: BrandRule };
  /** The snapshot that the match was seen in. */
  snapshot: string;
}

/** A text that says everything of a wrong match but the match itself, to be copied and filled in. */
export function WrongMatch({ brand, snapshot }: WrongMatchProps) {
  const text = reportText(brand, snapshot);
  return (
    <div className={styles.report}>
      <textarea
        className={styles.text}
        readOnly
        rows={text.split("\n").length}
        aria-label="Report of a wrong match"
        value={text}
      />
      <CopyText text={text} label="Copy this text" />
    </div>
  );
}

function reportText({ name, owner, rule }: Brand & { rule: BrandRule }, snapshot: string): string {
  const parts = (label: string, list: string[]) => (list.length > 0 ? [`${label}: ${list.join(" | ")}`] : []);
  return [
    `Wrong match of a brand: ${name} (owner ${owner.name}, data/brands.csv: ${rule.slug})`,
    ...parts("Pattern", rule.pattern),
    ...parts("Context", rule.context),
    ...parts("Exclude", rule.exclude),
    `Snapshot: ${snapshot}`,
    "Award ID (PIID) and modification: ",
    "Description as recorded: ",
    "What it means instead: ",
  ].join("\n");
}

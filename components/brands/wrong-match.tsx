import { CopyText } from "@/components/ui/copy-text";
import type { Brand, BrandRule } from "@/lib/contracts/brands";

import styles from "./wrong-match.module.css";

interface WrongMatchProps {
  brand: Brand & { rule: BrandRule };
  /** The ID of the snapshot with the match. */
  snapshot: string;
}

/** A template to report a wrong match: it has the rule and the snapshot, and the user adds the match. */
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

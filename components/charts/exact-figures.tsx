import type { ExactFigures } from "@/components/charts/description";

import styles from "./exact-figures.module.css";

/** The exact figures of the bar or point under the pointer or the keyboard; a status announces them. */
export function FigureTip({ title, lines, note }: ExactFigures) {
  return (
    <div className={styles.tip} aria-hidden="true">
      <p className={styles.title}>{title}</p>
      {lines.length > 0 && (
        <dl className={styles.lines}>
          {lines.map(({ label, value, isNegative }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change their order
            <div key={index}>
              <dt>{label}</dt>
              <dd className={isNegative ? "num minus" : "num"}>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {note && <p className="soft">{note}</p>}
    </div>
  );
}

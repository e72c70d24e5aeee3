import type { ReadingPiece } from "@/lib/contracts/recorded-text";

import styles from "./recorded-text.module.css";

/** The pieces of a recorded text. They come from the server where the browser should not load the words behind them. */
export function ReadingPieces({ pieces }: { pieces: ReadingPiece[] }) {
  return pieces.map((piece, index) => {
    if (typeof piece === "string") return piece;
    const { text, shown } = piece;
    const key = `${index} ${text}`;
    return (
      <span key={key} className={styles[shown]}>
        {text}
      </span>
    );
  });
}

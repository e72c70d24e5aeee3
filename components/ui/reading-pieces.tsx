import type { ReadingPiece } from "@/lib/contracts/recorded-text";

import styles from "./recorded-text.module.css";

/** The pieces of a recorded text. They come from the server where the browser should not load the words behind them. */
export function ReadingPieces({ pieces }: { pieces: ReadingPiece[] }) {
  return pieces.map((piece, index) => {
    if (typeof piece === "string") return piece;
    const { text, shown } = piece;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place, and another text is then other words in it
      <span key={index} className={styles[shown]}>
        {text}
      </span>
    );
  });
}

import type { ReadingPiece } from "@/lib/contracts/recorded-text";

import styles from "./recorded-text.module.css";

/** The pieces of a recorded text. The server makes them for client components, which must not load the word lists. */
export function ReadingPieces({ pieces }: { pieces: ReadingPiece[] }) {
  return pieces.map((piece, index) => {
    if (typeof piece === "string") return piece;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their position
      <span key={index} className={piece.period ? styles.abbreviated : styles.small}>
        {piece.small}
      </span>
    );
  });
}

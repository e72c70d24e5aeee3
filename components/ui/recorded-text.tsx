import { ReadingPieces } from "@/components/ui/reading-pieces";
import { readingPieces } from "@/lib/contracts/recorded-text";
import { notReported } from "@/lib/contracts/text";

import styles from "./recorded-text.module.css";

interface RecordedTextProps {
  text: string | null;
  /** The most lines on screen; the title then has the whole text. */
  lines?: 2 | 3;
  className?: string | undefined;
}

/**
 * A description as recorded. CSS alone lowers capitals, if no name or abbreviation is lost, so that copying and
 * searching give the text of the record.
 */
export function RecordedText({ text, lines, className = "" }: RecordedTextProps) {
  const shown = text === null ? notReported : <ReadingPieces pieces={readingPieces(text)} />;
  if (lines === undefined) return shown;
  return (
    <span className={`${styles[`lines${lines}`]} ${className}`} title={text ?? undefined}>
      {shown}
    </span>
  );
}

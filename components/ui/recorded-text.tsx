import { ReadingPieces } from "@/components/ui/reading-pieces";
import { readingPieces } from "@/lib/contracts/recorded-text";
import { notReported } from "@/lib/contracts/text";

/**
 * A description as recorded. CSS alone lowers capitals, if no name or abbreviation is lost, so that copying and
 * searching give the text of the record.
 */
export function RecordedText({ text }: { text: string | null }) {
  return text === null ? notReported : <ReadingPieces pieces={readingPieces(text)} />;
}

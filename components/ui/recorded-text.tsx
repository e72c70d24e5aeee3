import { ReadingPieces } from "@/components/ui/reading-pieces";
import { notReported } from "@/lib/contracts/groupings";
import { readingPieces } from "@/lib/contracts/recorded-text";

/**
 * A description as recorded. Capitals are toned down by style alone, where that loses no name and no abbreviation: what
 * is copied, found and kept is the record's own text.
 */
export function RecordedText({ text }: { text: string | null }) {
  return text === null ? notReported : <ReadingPieces pieces={readingPieces(text)} />;
}

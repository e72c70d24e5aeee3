import { ReadingPieces } from "@/components/ui/reading-pieces";
import { namePieces } from "@/lib/contracts/recorded-name";

/** A recipient's name in title case. Its title, and copied text, are the name as recorded. */
export function RecipientName({ name }: { name: string }) {
  return (
    <span title={name}>
      <ReadingPieces pieces={namePieces(name)} />
    </span>
  );
}

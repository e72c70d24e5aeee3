import { Joined } from "@/components/ui/joined";
import { formatSince } from "@/lib/contracts/days";
import type { PublishedFigure } from "@/lib/contracts/published-figures";

interface PublishedAsProps {
  figures: PublishedFigure[];
  /** The address of the comparison of a figure with the records. */
  addressOf: (figure: PublishedFigure) => string;
}

/** Who published a figure, each with its comparison with the records. */
export function PublishedAs({ figures, addressOf }: PublishedAsProps) {
  if (figures.length === 0) return null;
  return (
    <p>
      Published by{" "}
      <Joined
        last=" and "
        parts={figures.map((figure) => (
          <a key={figure.id} href={addressOf(figure)}>
            {figure.publisher} ({formatSince(figure.published)})
          </a>
        ))}
      />
      .
    </p>
  );
}

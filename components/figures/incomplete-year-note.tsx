import { Joined } from "@/components/ui/joined";
import { Link } from "@/components/ui/link";
import type { KnownProblem } from "@/lib/contracts/known-problems";

/** Explains why a year to date does not compare exactly with the year before. Renders nothing without known problems. */
export function IncompleteYearNote({ problems }: { problems: KnownProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <p className="soft">
      The two years are not fully comparable: the newest records were still being reported.{" "}
      <Joined
        by="; "
        parts={problems.map(({ id, title }) => (
          <Link key={id} href={`/data#problem-${id}`}>
            {title}
          </Link>
        ))}
      />
      .
    </p>
  );
}

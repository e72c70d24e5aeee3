import { Fragment } from "react";
import { Link } from "@/components/ui/link";
import type { Problem } from "@/lib/contracts/facts";

/** What a sum to a date may still lack, beside that of the same date a year before. Nothing where nothing is known of it. */
export function StillFilling({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <p className="soft">
      Records of this year are still filling in, those to the same date last year no longer are:{" "}
      {problems.map(({ id, title }, index) => (
        <Fragment key={id}>
          {index > 0 && "; "}
          <Link href={`/data#problem-${id}`}>{title}</Link>
        </Fragment>
      ))}
      .
    </p>
  );
}

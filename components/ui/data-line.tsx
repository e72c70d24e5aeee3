import { Link } from "@/components/ui/link";
import { ageInWords, type Day, formatDay } from "@/lib/contracts/days";
import type { Retrieval, TouchingProblem } from "@/lib/contracts/known-problems";
import { counted, formatCount } from "@/lib/contracts/money";

import styles from "./data-line.module.css";

interface DataLineProps {
  through: Day;
  today: Day;
  /** The known problems that can change a figure of the page. */
  problems: TouchingProblem[];
  retrieval: Retrieval | null;
  /** Why the records can have nothing on the page; `null` if they can. */
  beyond: string | null;
}

/** How far the records go and how old they are, in one line; where they come from and their known problems when it is opened. */
export function DataLine({ through, today, problems, retrieval, beyond }: DataLineProps) {
  const age = ageInWords(through, today);
  return (
    <div className={styles.line}>
      {beyond && <p>{beyond}.</p>}
      {problems
        .filter(({ category }) => category)
        .map(({ id, title }) => (
          <p key={id}>
            {title}. <Link href="/method#left-out">What is left out</Link>
          </p>
        ))}
      <details data-prints>
        <summary>
          Data through {formatDay(through)}
          {age && ` (${age})`}
          <span className={styles.more}>
            {" · "}
            <span className={styles.notes}>
              Notes{problems.length > 0 && ` (${formatCount(problems.length)})`}
            </span>
          </span>
        </summary>
        <ul>
          {problems.map(({ id, title, detail, actions }) => (
            <li key={id}>
              <Link href={`/data#problem-${id}`}>{title}</Link>
              {actions !== null && ` (${counted(actions, "action")} here)`}: {detail}
            </li>
          ))}
          <li>
            Source: contract actions on USAspending.gov
            {retrieval && (
              <>
                , retrieved{" "}
                {retrieval.from === retrieval.to
                  ? formatDay(retrieval.to)
                  : `from ${formatDay(retrieval.from)}, to ${formatDay(retrieval.to)}`}
                {parties[retrieval.throughOthers] && (
                  <>
                    , <Link href="/data#sources">{parties[retrieval.throughOthers]}</Link>
                  </>
                )}
              </>
            )}
            . The last two weeks were still being reported.
          </li>
          <li>
            Figures are obligated (net) and count under the agency that awarded the contract, not the one that
            funds it. <Link href="/method">How we calculate figures</Link> ·{" "}
            <Link href="/data#problems">All known problems</Link>
          </li>
        </ul>
      </details>
    </div>
  );
}

const parties: Record<Retrieval["throughOthers"], string | null> = {
  all: "by a third party",
  some: "partly by a third party",
  none: null,
};

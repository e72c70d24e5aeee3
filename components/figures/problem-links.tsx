import Link from "next/link";

import type { Problem } from "@/lib/contracts/facts";

import styles from "./problem-links.module.css";

/** The known problems that touch a page's records, each by its title. Nothing where none does. */
export function ProblemLinks({ problems }: { problems: Problem[] }) {
  const told = problems.filter(({ severity }) => severity === "notice");
  if (told.length === 0) return null;
  return (
    <div className={styles.problems}>
      <p>Known problems of the records of this agency and time:</p>
      <ul>
        {told.map(({ id, title }) => (
          <li key={id}>
            <Link href={`/data#problem-${id}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

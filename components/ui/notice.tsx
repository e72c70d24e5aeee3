import Link from "next/link";
import type { ReactNode } from "react";

import type { Problem } from "@/lib/contracts/facts";
import { counted } from "@/lib/contracts/money";
import type { ParameterProblem } from "@/lib/query/parse";

import styles from "./notice.module.css";

/** A remark that stands out from the page. `title` is its first, bold line. */
export function Notice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <aside className={styles.notice} aria-label={title}>
      <p className={styles.title}>{title}</p>
      {children}
    </aside>
  );
}

/** The parameters of the URL that could not be understood, each by name. Nothing where all could. */
export function ParameterNotice({ problems }: { problems: ParameterProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <Notice title="Part of this address could not be understood, and was left out">
      <ul className={styles.list}>
        {problems.map(({ name, detail }) => (
          <li key={`${name} ${detail}`}>
            <code>{name}</code> {detail}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/**
 * Known problems of the records that touch what the page shows, folded into one line. Those that are less than a
 * `notice` are named where it is unfolded, and stand out only by their number.
 */
export function ProblemNotices({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null;
  const notices = problems.filter(({ severity }) => severity === "notice");
  const notes = problems.filter(({ severity }) => severity === "note");
  return (
    <details className={notices.length > 0 ? styles.notice : styles.notes}>
      <summary>
        <strong>{counted(problems.length, "known problem")}</strong> of the records of this agency and time
        {notices.length > 0 && `: ${notices.map(({ title }) => title).join("; ")}`}
        {notices.length > 0 && notes.length > 0 && ` … and ${counted(notes.length, "note")}`}
      </summary>
      <ul className={styles.list}>
        {[...notices, ...notes].map(({ id, title, detail }) => (
          <li key={id}>
            <Link href={`/data#problem-${id}`} prefetch={false}>
              {title}
            </Link>
            : {detail}
          </li>
        ))}
      </ul>
      <p>
        <Link href="/data#problems" prefetch={false}>
          All known problems
        </Link>
      </p>
    </details>
  );
}

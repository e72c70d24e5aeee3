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
 * Known problems of the records that touch what the page shows, folded into one line; the shorter notes stay
 * on `/data`.
 */
export function ProblemNotices({ problems }: { problems: Problem[] }) {
  const notices = problems.filter(({ severity }) => severity === "notice");
  if (notices.length === 0) return null;
  return (
    <details className={styles.notice}>
      <summary>
        <strong>{counted(notices.length, "known problem")}</strong> of the records of this agency and time:{" "}
        {notices.map(({ title }) => title).join("; ")}
      </summary>
      <ul className={styles.list}>
        {notices.map(({ id, title, detail }) => (
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

import Link from "next/link";

import { ProblemNotices } from "@/components/ui/notice";
import type { Problem } from "@/lib/contracts/facts";
import { counted } from "@/lib/contracts/money";

import styles from "./known-problems.module.css";

/** Known problems of the records that touch the view: one in full, several as a line that opens. */
export function KnownProblems({ problems }: { problems: Problem[] }) {
  const notices = problems.filter(({ severity }) => severity === "notice");
  if (notices.length <= 1) return <ProblemNotices problems={notices} />;
  return (
    <details className={styles.problems}>
      <summary>
        <strong>{counted(notices.length, "known problem")}</strong> of the records touch this view:{" "}
        {notices.map(({ title }) => title).join("; ")}
      </summary>
      <dl>
        {notices.map(({ id, title, detail }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              {detail} <Link href={`/data#problem-${id}`}>All known problems</Link>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

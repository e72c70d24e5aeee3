import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/contracts/days";
import type { KnownProblem } from "@/lib/contracts/known-problems";
import { lookUp } from "@/lib/contracts/look-up";

import styles from "./tables.module.css";

/** Every known problem of the records, with the agencies and days it affects. */
export function KnownProblemList({
  problems,
  agencies,
}: {
  problems: KnownProblem[];
  agencies: Record<string, string>;
}) {
  return (
    <Section
      id="problems"
      title="Known problems"
      subtitle="What is known to be missing, doubtful or easily misread, from data/problems.csv. Pages show those that touch their records."
    >
      {problems.length === 0 && <p>No known problem is stated.</p>}
      {problems.map((problem) => (
        <article key={problem.id} id={`problem-${problem.id}`} className={styles.problem}>
          <h3>{problem.title}</h3>
          <p>{problem.detail}</p>
          <p className="soft">{scopeText(problem, agencies)}</p>
        </article>
      ))}
    </Section>
  );
}

function scopeText({ agency, from, to }: KnownProblem, agencies: Record<string, string>): string {
  const who = agency === null ? "all agencies" : (lookUp(agencies, agency) ?? agency);
  const since = from && `from ${formatDay(from)}`;
  const until = to && `to ${formatDay(to)}`;
  return `Touches ${who}, ${[since, until].filter(Boolean).join(" ") || "all days"}.`;
}

import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { rowNoun } from "@/lib/contracts/columns";
import { fiscalYearDays, shortDay } from "@/lib/contracts/days";
import { counted, formatCount, roundedMoney, shortMoney } from "@/lib/contracts/money";
import { netText } from "@/lib/contracts/text";
import { type Facet, type FacetValue, filter } from "@/lib/query/filters";
import { change, href, type Query, without } from "@/lib/query/query";

import styles from "./facet-list.module.css";

interface FacetListProps {
  facet: Facet;
  query: Query;
  /** What stands under the choices: the way to the ones that are not listed. */
  children?: ReactNode;
}

/** The choices of one filter with their counts and net obligations. Each is a link that sets it or takes it away. */
export function FacetList({ facet, query, children }: FacetListProps) {
  const chosenFirst = [
    ...facet.values.filter(({ chosen }) => chosen),
    ...facet.values.filter(({ chosen }) => !chosen),
  ];
  const isYears = filter(facet.name).kind.reader === "year";
  const values = isYears ? facet.values.toReversed() : chosenFirst;
  const noun = rowNoun(query.view);
  return (
    <>
      {values.length === 0 && <p className={styles.none}>None in this selection.</p>}
      <ul className={styles.choices} aria-label={facet.label}>
        {values.map((choice) => (
          <li key={choice.value}>
            <Link
              href={href("/contracts", toggled(query, facet.name, choice))}
              scroll={false}
              aria-current={choice.chosen ? "true" : undefined}
              title={isYears ? fiscalYearWords(Number(choice.value)) : undefined}
              className={styles.choice}
            >
              <span className={styles.label}>{choice.label}</span>
              <span className={styles.figures} aria-hidden="true">
                {`${formatCount(choice.count)} · ${shortMoney(choice.net)}`}
              </span>
              <span className="visually-hidden">
                {`, ${counted(choice.count, noun)}, ${netText(choice.net, roundedMoney)}${choice.chosen ? ", chosen: remove" : ""}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {children}
    </>
  );
}

/** The days of a fiscal year: "1 Oct 2024 – 30 Sep 2025". */
function fiscalYearWords(year: number): string {
  const { from, to } = fiscalYearDays(year);
  return `${shortDay(from)} – ${shortDay(to)}`;
}

/** The query with one choice of a facet set or, when it was chosen, taken away. Lists stay sorted, as URLs write them. */
function toggled(query: Query, name: Facet["name"], { value, chosen }: FacetValue): Query {
  if (chosen) return without(query, name, value);
  const added = filter(name).kind.reader === "year" ? Number(value) : value;
  const values = [...query[name], added].toSorted((one, other) => (one < other ? -1 : 1));
  return change(query, { [name]: values });
}

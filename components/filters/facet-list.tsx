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
  /** Content below the choices, such as a link to all of them. */
  children?: ReactNode;
}

/** The choices of a filter with counts and net obligations. Each links to the query with or without it. */
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
              title={isYears ? fiscalYearText(Number(choice.value)) : undefined}
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
function fiscalYearText(year: number): string {
  const { from, to } = fiscalYearDays(year);
  return `${shortDay(from)} – ${shortDay(to)}`;
}

/** The query with a choice of a facet added or, if chosen, removed. Values stay sorted, as in addresses. */
function toggled(query: Query, name: Facet["name"], { value, chosen }: FacetValue): Query {
  if (chosen) return without(query, name, value);
  const added = filter(name).kind.reader === "year" ? Number(value) : value;
  const values = [...query[name], added].toSorted((one, other) => (one < other ? -1 : 1));
  return change(query, { [name]: values });
}

"use client";

import { type ReactNode, useEffect, useState } from "react";
import { compareFormId } from "@/components/compare/compare-box";

import styles from "./compare.module.css";

interface CompareFormProps {
  /** The plural of what is chosen: "companies". */
  plural: string;
  most: number;
  /** The hidden fields. */
  children: ReactNode;
}

const boxes = () =>
  [...document.querySelectorAll<HTMLInputElement>(`input[form="${compareFormId}"]`)].filter(
    ({ checked }) => checked,
  );

/** Compares the checked groups of a list. Without scripts it is a button; with them it counts, and stays in view. */
export function CompareForm({ plural, most, children }: CompareFormProps) {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => setCount(boxes().length));
  useEffect(() => {
    const recount = () => setCount(boxes().length);
    document.addEventListener("change", recount);
    return () => document.removeEventListener("change", recount);
  }, []);
  const isReady = count === null || (count >= 2 && count <= most);
  return (
    <div className={`${styles.slot} no-print`}>
      <form id={compareFormId} action="/contracts" aria-label={`Compare ${plural}`} className={styles.bar}>
        {children}
        <p role="status">
          {count !== null && count > most
            ? `Up to ${most} ${plural} fit into one comparison: ${count} are selected.`
            : count === 1
              ? `Select one more, up to ${most}.`
              : count
                ? `${count} ${plural} selected.`
                : `Select 2 to ${most} ${plural} in the table to compare them.`}
        </p>
        <button type="submit" className={count ? "primary" : undefined} disabled={!isReady}>
          {count ? `Compare ${count}` : "Compare"}
        </button>
      </form>
    </div>
  );
}

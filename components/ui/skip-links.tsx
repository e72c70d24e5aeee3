"use client";

import { usePathname } from "next/navigation";

import styles from "./skip-links.module.css";

/** The ways past what stands at the head of every page and, on the workbench, past its filters. */
export function SkipLinks() {
  const path = usePathname();
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      {path === "/contracts" && (
        <a className={styles.skip} href="#results">
          Skip to the results
        </a>
      )}
    </>
  );
}

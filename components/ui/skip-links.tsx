"use client";

import { usePathname } from "next/navigation";

import styles from "./skip-links.module.css";

/** Links for keyboard users past the page head and, on the workbench, past the filters. */
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

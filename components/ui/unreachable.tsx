"use client";

import { useOffline } from "next/offline";

import styles from "./unreachable.module.css";

/** Says that the server does not answer. The page stays, and what was asked for comes once the server answers again. */
export function Unreachable() {
  const isUnreachable = useOffline();
  return (
    <div role="status" className={styles.place}>
      {isUnreachable && (
        <p className={styles.said}>
          The server cannot be reached. This page stays as it is; what you asked for is tried again until
          there is an answer.
        </p>
      )}
    </div>
  );
}

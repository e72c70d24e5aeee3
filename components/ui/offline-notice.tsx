"use client";

import { useOffline } from "next/offline";

import styles from "./offline-notice.module.css";

/** Shows that the server is unreachable. The page stays, and pending navigations continue once the server answers. */
export function OfflineNotice() {
  const isUnreachable = useOffline();
  return (
    <div role="status" className={styles.place}>
      {isUnreachable && (
        <p className={styles.message}>
          The server cannot be reached. This page stays as it is; what you asked for is tried again until
          there is an answer.
        </p>
      )}
    </div>
  );
}

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
          We cannot reach the server. This page stays as it is, and we keep trying.
        </p>
      )}
    </div>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";

/** Asks for the page again, which stays as it is meanwhile. Without scripts it is a link to the page itself. */
export function Retry() {
  const router = useRouter();
  const [isWaiting, startWaiting] = useTransition();
  return (
    // biome-ignore lint/a11y/useValidAnchor: the page itself is where it leads, with and without scripts
    <a
      href=""
      aria-busy={isWaiting}
      onClick={(event) => {
        event.preventDefault();
        startWaiting(() => router.refresh());
      }}
    >
      Try again
    </a>
  );
}

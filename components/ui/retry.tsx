"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";

/** Reloads the page's data; the page stays meanwhile. Without scripts it is a link to the page itself. */
export function Retry() {
  const router = useRouter();
  const [isWaiting, startWaiting] = useTransition();
  return (
    // biome-ignore lint/a11y/useValidAnchor: it links to the page itself
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

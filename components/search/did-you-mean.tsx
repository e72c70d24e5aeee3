import type { Route } from "next";

import { Link } from "@/components/ui/link";

import styles from "./did-you-mean.module.css";

/** A name that a text may mean, and where it leads. */
export interface LikelyName {
  name: string;
  href: Route;
  /** Why it fits, if the name does not show it. */
  reason?: string | null;
}

/** The names that a text may mean, as links, the likeliest first. Renders nothing without one. */
export function DidYouMean({ names }: { names: readonly LikelyName[] }) {
  const [first, ...others] = names;
  if (!first) return null;
  return (
    <div className={styles.names}>
      <p className={styles.first}>
        Did you mean <Link href={first.href}>{first.name}</Link>?{" "}
        {first.reason && <small>{first.reason}</small>}
      </p>
      {others.length > 0 && (
        <p className={styles.others}>
          Or{" "}
          {others.map(({ name, href, reason }, index) => (
            <span key={href}>
              {index > 0 && " · "}
              <Link href={href}>{name}</Link>
              {reason && `: ${reason}`}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

import type { Route } from "next";
import { Link } from "@/components/ui/link";

import styles from "./tabs.module.css";

export interface Tab {
  label: string;
  href: Route;
  current: boolean;
}

/** Views of the same data as a row of links. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label}>
      <ul className={styles.tabs}>
        {tabs.map((tab) => (
          <li key={tab.label}>
            <Link href={tab.href} scroll={false} aria-current={tab.current ? "page" : undefined}>
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

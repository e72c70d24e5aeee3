import type { Route } from "next";
import { Link } from "@/components/ui/link";

import styles from "./tabs.module.css";

export interface Tab {
  label: string;
  href: Route;
  current?: boolean;
}

interface LinkRowProps {
  /** What is chosen, for screen readers. */
  label: string;
  links: Tab[];
  className?: string | undefined;
  /** What the current link is to screen readers. */
  mark?: "true" | "page";
  /** Whether the next page starts at its top. */
  scroll?: boolean;
}

/** Links in a row, the current one marked. */
export function LinkRow({ label, links, className, mark = "true", scroll = false }: LinkRowProps) {
  return (
    <nav aria-label={label}>
      <ul className={className}>
        {links.map((link) => (
          <li key={link.label}>
            <Link href={link.href} scroll={scroll} aria-current={link.current ? mark : undefined}>
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export const Tabs = ({ label, tabs }: { label: string; tabs: Tab[] }) => (
  <LinkRow label={label} links={tabs} className={styles.tabs} mark="page" />
);

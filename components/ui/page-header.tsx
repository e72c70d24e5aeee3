import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

import styles from "./page-header.module.css";

interface PageHeaderProps {
  title: ReactNode;
  /** The page's main statement in a sentence. */
  lede?: ReactNode;
  /** The pages above this one, outermost first. */
  crumbs?: { label: string; href: Route }[];
  children?: ReactNode;
}

/** The title of a page with its breadcrumbs and lede. */
export function PageHeader({ title, lede, crumbs = [], children }: PageHeaderProps) {
  return (
    <div className={styles.header}>
      {crumbs.length > 0 && (
        <nav aria-label="Above this page">
          <ol className={styles.crumbs}>
            {crumbs.map(({ label, href }) => (
              <li key={href}>
                <Link href={href}>{label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <h1>{title}</h1>
      {lede && <p className={styles.lede}>{lede}</p>}
      {children}
    </div>
  );
}

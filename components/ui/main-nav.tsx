"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import { Link } from "@/components/ui/link";

import styles from "./main-nav.module.css";

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

interface MenuEntry {
  label: string;
  href: Route;
  /** Pages that have no entry of their own and are marked as part of it. */
  with?: string[];
}

const entries: MenuEntry[] = [
  { label: "Contracts", href: "/contracts", with: ["/vehicles", "/places", "/expiring"] },
  { label: "Companies", href: "/companies", with: ["/brands", "/subcontracts"] },
  { label: "Agencies", href: "/agencies" },
  { label: "What’s new", href: "/changes" },
  { label: "Find a figure", href: "/find", with: ["/checks"] },
  { label: "Data", href: "/data", with: ["/method"] },
];

const isAt = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

/** The main menu, collapsed on phones. It marks the current part of the site. */
export function MainNav() {
  const path = usePathname();
  return (
    // Keyed by path, so that each page starts with a closed menu.
    <details key={path} className={styles.menu} data-escapes>
      <summary className="button">Menu</summary>
      <nav aria-label="Main">
        <ul className={styles.links}>
          {entries.map(({ label, href, with: others = [] }) => (
            <li key={href}>
              <Link
                href={href}
                aria-current={[href, ...others].some((place) => isAt(path, place)) ? "true" : undefined}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}

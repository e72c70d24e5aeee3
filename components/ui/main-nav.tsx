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

const links: { label: string; href: Route }[] = [
  { label: "Contracts", href: "/contracts" },
  { label: "Companies", href: "/companies" },
  { label: "Brands", href: "/brands" },
  { label: "Agencies", href: "/agencies" },
  { label: "Vehicles", href: "/vehicles" },
  { label: "Ending", href: "/ending" },
  { label: "Changes", href: "/changes" },
  { label: "Find a figure", href: "/find" },
  { label: "Data and method", href: "/data" },
];

/** The main menu, collapsed on phones. It marks the current part of the site. */
export function MainNav() {
  const path = usePathname();
  return (
    // Keyed by path, so that each page starts with a closed menu.
    <details key={path} className={styles.menu}>
      <summary className="button">Menu</summary>
      <nav aria-label="Main">
        <ul className={styles.links}>
          {links.map(({ label, href }) => (
            <li key={href}>
              <Link
                href={href}
                aria-current={path === href || path.startsWith(`${href}/`) ? "true" : undefined}
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

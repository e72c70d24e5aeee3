"use client";

import type { Route } from "next";
import { type MouseEvent, useState } from "react";

import { Joined } from "@/components/ui/joined";
import { Link } from "@/components/ui/link";
import { type Density, densities, densityCookie } from "@/lib/query/density";

import styles from "./density-choice.module.css";

const yearSeconds = 365 * 24 * 60 * 60;

interface DensityChoiceProps {
  chosen: Density;
  /** Whether the address names it. */
  isNamed: boolean;
  hrefs: Record<Density, Route>;
}

/**
 * The height of rows, stored in a cookie, so that the server renders the same. Links write it into the address: without
 * scripts, and where the address already has it.
 */
export function DensityChoice({ chosen, isNamed, hrefs }: DensityChoiceProps) {
  const [shown, setShown] = useState(chosen);
  const remember = (density: Density) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the supported browsers lack the Cookie Store API
    document.cookie = `${densityCookie}=${density}; path=/; max-age=${yearSeconds}; samesite=lax`;
    if (isNamed) return;
    event.preventDefault();
    (event.currentTarget as Element)
      .closest<HTMLElement>("[data-density]")
      ?.setAttribute("data-density", density);
    setShown(density);
  };
  return (
    <p className={styles.choice}>
      Rows{" "}
      <Joined
        by=" · "
        parts={densities.map((density) => (
          <Link
            key={density}
            href={hrefs[density]}
            scroll={false}
            aria-label={`${density} rows`}
            aria-current={density === shown ? "true" : undefined}
            onClick={remember(density)}
          >
            {density}
          </Link>
        ))}
      />
    </p>
  );
}

"use client";

import { useEffect } from "react";

const shown = "data-exact";

/** A press on a rounded amount that is no link shows the exact one beside it: a touch screen has no titles. */
export function ExactOnTap() {
  useEffect(() => {
    const toggle = ({ target }: MouseEvent) => {
      const amount = target instanceof Element ? target.closest("data[title]") : null;
      if (amount && !amount.closest("a, button, label, summary")) amount.toggleAttribute(shown);
    };
    document.addEventListener("click", toggle);
    return () => document.removeEventListener("click", toggle);
  }, []);
  return null;
}

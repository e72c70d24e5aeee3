"use client";

import { type ComponentProps, type ComponentType, useEffect, useState } from "react";

import type { SuggestionListProps } from "@/components/search/suggestion-list";

export interface SuggestInputProps extends Omit<ComponentProps<"input">, "ref" | "onFocus"> {
  /** What a suggestion does: opens its page, or adds its company to the filters of the page. */
  picks: SuggestionListProps["picks"];
}

/** The input of a `SuggestField`. Its list is loaded at the first focus. With `aria-keyshortcuts`, `/` moves the focus here. */
export function SuggestInput({ picks, ...props }: SuggestInputProps) {
  const [field, setField] = useState<HTMLInputElement | null>(null);
  const [List, setList] = useState<ComponentType<SuggestionListProps> | null>(null);
  const load = () =>
    import("@/components/search/suggestion-list").then(
      ({ SuggestionList }) => setList(() => SuggestionList),
      () => {}, // the form works without
    );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field stays the same
  useEffect(() => {
    if (!field) return;
    if (field.matches(":focus")) load();
    if (!field.ariaKeyShortcuts) return;
    const focus = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (key !== "/" || ctrlKey || metaKey || altKey) return;
      if ((target as Element).matches("input, textarea, select")) return;
      field.focus();
      // Behind a dialog it gets no focus.
      if (field.matches(":focus")) event.preventDefault();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, [field]);

  return (
    <>
      <input
        {...props}
        {...(field && { role: "combobox", "aria-autocomplete": "list", "aria-expanded": false })}
        ref={setField}
        type="search"
        autoComplete="off"
        onFocus={load}
      />
      {List && field && <List field={field} picks={picks} />}
    </>
  );
}

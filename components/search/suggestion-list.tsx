"use client";

import { type MouseEvent, useEffect, useEffectEvent, useId, useRef, useState } from "react";

import { useNavigate } from "@/components/ui/navigation";
import { counted, shortMoney } from "@/lib/contracts/money";
import type { Suggestion, SuggestionKind } from "@/lib/contracts/suggestions";

import styles from "./suggestion-list.module.css";

export interface SuggestionListProps {
  field: HTMLInputElement;
  /** What a suggestion does: opens its page, or adds its company to the filters of the page. */
  picks: "page" | "company";
}

/** The pause after the last key before suggestions are requested. */
const pauseMs = 80;
/** The fewest characters that are suggested for. */
const shortestText = 2;

const kinds: Record<SuggestionKind, string> = {
  company: "Company",
  recipient: "Recipient",
  brand: "Brand",
  place: "Place",
  contract: "Contract",
  vehicle: "Vehicle",
  agency: "Agency",
  office: "Office",
  figure: "Amount",
};

/** One choice of the list. */
interface Option {
  key: string;
  kind: string;
  label: string;
  detail: string | null;
  net: number | null;
  url: URL;
}

interface ShownOptions {
  typed: string;
  options: Option[];
}

/** The list below a search field, in the pattern of an ARIA combobox: the focus stays in the field. */
export function SuggestionList({ field, picks }: SuggestionListProps) {
  const navigate = useNavigate();
  const id = useId();
  const [shown, setShown] = useState<ShownOptions | null>(null);
  const [active, setActive] = useState(-1);
  const pending = useRef<AbortController>(null);
  const timer = useRef<number>(undefined);
  const options = shown?.options ?? [];
  const isOpen = options.length > 0;

  const close = () => {
    window.clearTimeout(timer.current);
    pending.current?.abort();
    setShown(null);
    setActive(-1);
  };

  const ask = async () => {
    window.clearTimeout(timer.current);
    pending.current?.abort();
    const typed = field.value.trim();
    if (typed.length < shortestText) return close();
    const own = new AbortController();
    pending.current = own;
    const found = await suggestionsFor(typed, picks, own.signal);
    // A newer text, or a field that was left, has no use for it.
    if (own.signal.aborted) return;
    setShown({ typed, options: found });
    setActive(-1);
  };

  const pick = ({ url }: Option) => {
    close();
    if (picks === "company") field.value = "";
    navigate(url, { scroll: picks === "page" });
  };

  const onInput = useEffectEvent(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(ask, pauseMs);
  });
  const onBlur = useEffectEvent(close);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = (to: number) => {
      event.preventDefault();
      setActive(to);
    };
    const chosen = options[active];
    switch (event.key) {
      case "ArrowDown":
        if (isOpen) return move(active + 1 < options.length ? active + 1 : -1);
        event.preventDefault();
        return void ask();
      case "ArrowUp":
        if (isOpen) move(active < 0 ? options.length - 1 : active - 1);
        return;
      case "Home":
        if (chosen) move(0);
        return;
      case "End":
        if (chosen) move(options.length - 1);
        return;
      case "Escape":
        if (!isOpen) return;
        // Neither empties the field nor closes a dialog around it.
        event.preventDefault();
        event.stopPropagation();
        return close();
      case "Enter":
        if (!chosen) return close(); // the form submits
        event.preventDefault();
        return pick(chosen);
    }
  });

  useEffect(() => {
    const listeners = { input: () => onInput(), blur: () => onBlur() };
    const press = (event: KeyboardEvent) => onKeyDown(event);
    for (const [name, listener] of Object.entries(listeners)) field.addEventListener(name, listener);
    field.addEventListener("keydown", press);
    if (field.value !== field.defaultValue) onInput(); // typed while this was loading
    return () => {
      for (const [name, listener] of Object.entries(listeners)) field.removeEventListener(name, listener);
      field.removeEventListener("keydown", press);
      window.clearTimeout(timer.current);
      pending.current?.abort();
    };
  }, [field]);

  const optionId = (index: number) => `${id}-${index}`;
  useEffect(() => {
    const attributes = {
      "aria-expanded": String(isOpen),
      "aria-controls": isOpen ? id : null,
      "aria-activedescendant": active < 0 ? null : `${id}-${active}`,
    };
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) field.removeAttribute(name);
      else field.setAttribute(name, value);
    }
    if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [field, id, isOpen, active]);

  const click = (event: MouseEvent, option: Option) => {
    const inNewTab = event.ctrlKey || event.metaKey || event.button === 1;
    if (inNewTab) window.open(option.url, "_blank", "noopener");
    else pick(option);
  };
  return (
    <>
      <span role="status" className="visually-hidden">
        {shown && counted(options.length, "suggestion")}
      </span>
      {isOpen && (
        <ul
          id={id}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a combobox
          role="listbox"
          aria-label="Suggestions"
          className={styles.list}
          // The focus stays in the field.
          onMouseDown={(event) => event.preventDefault()}
        >
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            <li
              key={option.key}
              id={optionId(index)}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of a combobox
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              className={styles.option}
              onClick={(event) => click(event, option)}
              onAuxClick={(event) => event.button === 1 && click(event, option)}
            >
              <span className={styles.label}>{option.label}</span>
              {option.net !== null && (
                <span className={styles.net}>
                  {shortMoney(Math.round(option.net * 100))}
                  <span className="visually-hidden"> obligated (net)</span>
                </span>
              )}
              <span className={styles.detail}>
                {[option.kind, option.detail].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What the address of the page says of the agencies and the snapshot. */
function scopeOf(address: string): [name: string, value: string][] {
  return [...new URLSearchParams(address)].filter(([name]) => name === "agency" || name === "snapshot");
}

/** The options for a text; none at all if the server cannot be reached or is busy: the form works as it is. */
async function suggestionsFor(
  typed: string,
  picks: SuggestionListProps["picks"],
  signal: AbortSignal,
): Promise<Option[]> {
  const scope = scopeOf(location.search);
  const params = new URLSearchParams([
    ["q", typed],
    ...scope,
    ...(picks === "company" ? [["kind", picks]] : []),
  ]);
  const hits = await fetch(`/api/suggest?${params}`, { signal }).then(
    async (response) => (response.ok ? ((await response.json()) as { hits: Suggestion[] }).hits : null),
    () => null,
  );
  if (hits === null) return [];
  if (picks === "company") return hits.map((hit) => ({ ...optionOf(hit), url: filteredBy(hit.slug ?? "") }));
  const snapshot = scope.filter(([name]) => name === "snapshot");
  const all = new URLSearchParams([["q", typed], ...snapshot, ["all", "yes"]]);
  return [
    ...hits.map(optionOf),
    {
      key: "all",
      kind: "Search",
      label: `All results for “${typed}”`,
      detail: "names, numbers and words of descriptions",
      net: null,
      url: new URL(`/search?${all}`, location.href),
    },
  ];
}

const optionOf = ({ kind, label, detail, net, href }: Suggestion): Option => ({
  key: `${kind} ${href}`,
  kind: kinds[kind],
  label,
  detail,
  net,
  url: new URL(href, location.href),
});

/** The address of the page with a company among its filters. */
function filteredBy(company: string): URL {
  const url = new URL(location.href);
  url.hash = "";
  url.searchParams.delete("page");
  if (!url.searchParams.getAll("company").includes(company)) url.searchParams.append("company", company);
  return url;
}

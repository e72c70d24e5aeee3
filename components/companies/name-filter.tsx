"use client";

import type { Route } from "next";
import { type ReactNode, useEffect, useRef } from "react";

import { formAddress, useNavigate } from "@/components/ui/navigation";

/** How long after the last key the list is asked for. */
const pauseMs = 250;

interface NameFilterProps {
  /** The list's address, and the name that it is filtered by. */
  action: Route;
  name: string;
  label: string;
  className?: string | undefined;
  /** The list's other choices as hidden fields. */
  children: ReactNode;
}

/** A filter by name: a form without scripts, with them the list follows what is typed. */
export function NameFilter({ action, name, label, className, children }: NameFilterProps) {
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<number>(undefined);

  // Who is typing is ahead of the list; all others are shown what the list is filtered by.
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = name;
  }, [name]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  function ask() {
    window.clearTimeout(timer.current);
    if (form.current) navigate(formAddress(form.current), { scroll: false, replace: true });
  }

  return (
    <form
      ref={form}
      method="get"
      action={action}
      aria-label={label}
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      {children}
      <label htmlFor="company-name">{label}</label>
      <input
        ref={field}
        id="company-name"
        type="search"
        name="name"
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        defaultValue={name}
        onChange={() => {
          window.clearTimeout(timer.current);
          timer.current = window.setTimeout(ask, pauseMs);
        }}
      />
      <button type="submit">Filter</button>
    </form>
  );
}

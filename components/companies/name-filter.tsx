"use client";

import type { Route } from "next";
import { type ReactNode, useEffect, useRef } from "react";

import { formAddress, useNavigate } from "@/components/ui/navigation";

/** The pause after the last key before the list is requested. */
const pauseMs = 250;

interface NameFilterProps {
  action: Route;
  name: string;
  label: string;
  className?: string | undefined;
  /** Hidden fields with the other parameters. */
  children: ReactNode;
}

/** A filter by name. Without scripts it is a form; with them the list follows the typed text. */
export function NameFilter({ action, name, label, className, children }: NameFilterProps) {
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<number>(undefined);

  // While typing, show the local value instead of the URL's.
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = name;
  }, [name]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  function submit() {
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
        submit();
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
          timer.current = window.setTimeout(submit, pauseMs);
        }}
      />
      <button type="submit">Filter</button>
    </form>
  );
}

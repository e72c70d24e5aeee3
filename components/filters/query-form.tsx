"use client";

import { useSearchParams } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";

import { formAddress, useNavigate } from "@/components/ui/navigation";

interface QueryFormProps {
  label: string;
  /** The address that the fields were filled from. When it changes, they are set back to what it says. */
  address: string;
  className?: string | undefined;
  children: ReactNode;
}

/**
 * A form that asks `/contracts`. It works as plain HTML; with scripts it keeps the place on the page, leaves what
 * says nothing out of the address, and submits when a choice marked `data-applies` changes.
 */
export function QueryForm({ label, address, className, children }: QueryFormProps) {
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const params = useSearchParams().toString();
  const filled = useRef({ address, params });
  const last = useRef(params);
  /** Text fields that were typed into since the address changed: what is in them is newer than what arrives for it. */
  const typed = useRef(new Set<HTMLInputElement>());

  useEffect(() => {
    // Who goes back before the fields have come to what was asked finds the same ones, and in them what was asked.
    const isReturn = params !== last.current && params === filled.current.params;
    if (params !== last.current) typed.current.clear();
    last.current = params;
    if ((address === filled.current.address && !isReturn) || !form.current) return;
    filled.current = { address, params };
    const newer = [...typed.current].map((field) => [field, field.value] as const);
    form.current.reset();
    for (const [field, value] of newer) field.value = value;
    // React leaves a select that is there already as it is, so the server says its value beside it.
    for (const select of form.current.querySelectorAll<HTMLSelectElement>("select[data-value]")) {
      select.value = select.dataset.value ?? "";
    }
  }, [address, params]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const url = formAddress(event.currentTarget);
    const params = url.searchParams;
    const amount = event.currentTarget.elements.namedItem("amount");
    // Without a bound the usual amount says nothing; another one says what the bars are of.
    if (
      amount instanceof HTMLSelectElement &&
      amount.value === amount.dataset.usual &&
      !params.has("min") &&
      !params.has("max")
    ) {
      params.delete("amount");
    }
    navigate(url, { scroll: false });
  }

  return (
    <form
      ref={form}
      method="get"
      action="/contracts"
      aria-label={label}
      className={className}
      onSubmit={submit}
      onInput={({ target }) => {
        if (target instanceof HTMLInputElement && target.type !== "range") typed.current.add(target);
      }}
      onChange={(event) => {
        if ((event.target as HTMLElement).dataset.applies !== undefined) event.currentTarget.requestSubmit();
      }}
    >
      {children}
    </form>
  );
}

"use client";

import { useSearchParams } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";

import { formAddress, useNavigate } from "@/components/ui/navigation";

interface QueryFormProps {
  label: string;
  /** The address that the fields reflect. When it changes, they are reset to it. */
  address: string;
  className?: string | undefined;
  children: ReactNode;
}

/**
 * A form that submits to `/contracts`. It works as plain HTML. With scripts it keeps the scroll position, leaves empty
 * fields and defaults out of the address, and submits when a control marked `data-applies` changes.
 */
export function QueryForm({ label, address, className, children }: QueryFormProps) {
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const params = useSearchParams().toString();
  const filled = useRef({ address, params });
  const lastParams = useRef(params);
  /** Text fields edited since the address changed. Their text is newer than the arriving fields. */
  const typed = useRef(new Set<HTMLInputElement>());

  useEffect(() => {
    // The reader went Back before the new fields arrived: the fields fit this address, but the text typed in them is newer.
    const isReturn = params !== lastParams.current && params === filled.current.params;
    if (params !== lastParams.current) typed.current.clear();
    lastParams.current = params;
    if ((address === filled.current.address && !isReturn) || !form.current) return;
    filled.current = { address, params };
    const newer = [...typed.current].map((field) => [field, field.value] as const);
    form.current.reset();
    for (const [field, value] of newer) field.value = value;
    // React does not update the value of an existing select, so the server also renders it as data.
    for (const select of form.current.querySelectorAll<HTMLSelectElement>("select[data-value]")) {
      select.value = select.dataset.value ?? "";
    }
  }, [address, params]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const url = formAddress(event.currentTarget);
    const params = url.searchParams;
    const amount = event.currentTarget.elements.namedItem("amount");
    // Without a bound the default measure is redundant. Another one decides what the histogram counts.
    if (
      amount instanceof HTMLSelectElement &&
      amount.value === amount.dataset.default &&
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

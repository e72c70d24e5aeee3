"use client";

import { useParams } from "next/navigation";

/** The award key or PIID of the address, as it was written. */
export function LookedFor() {
  const { key } = useParams<{ key?: string }>();
  return <strong>{readable(key ?? "")}</strong>;
}

function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

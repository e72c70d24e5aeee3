import { unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";

import { Retry } from "@/components/ui/retry";

import styles from "./notice.module.css";

interface SectionBoundaryProps {
  /** Begins the error message: "The rows". */
  name: string;
  /** Whether the content is part of a sentence. */
  inline?: boolean;
  children: () => Promise<ReactNode>;
}

/** A part of a page that can fail alone: it shows an error and a link to retry, and the rest of the page stays. */
export async function SectionBoundary({ name, inline = false, children }: SectionBoundaryProps) {
  try {
    return await children();
  } catch (error) {
    unstable_rethrow(error);
    const { name: kind } = error as Error;
    if (kind === "AbortError") return null; // the reader has left
    const reference = crypto.randomUUID().slice(0, 8);
    console.error(`[${reference}] ${name} could not be shown`, error);
    const again = (
      <>
        <Retry /> Reference: <code>{reference}</code>
      </>
    );
    if (inline) {
      return (
        <span role="alert">
          {name} could not be shown. {again}.
        </span>
      );
    }
    return (
      <section className={styles.notice} role="alert">
        <p className={styles.title}>{name} could not be shown</p>
        <p>
          {kind === "TooSlow"
            ? "This took too long. Try fewer years, one agency or fewer words."
            : "Something went wrong on our end. The rest of the page is not affected."}{" "}
          {again}
        </p>
      </section>
    );
  }
}

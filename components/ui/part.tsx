import { unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";

import { Retry } from "@/components/ui/retry";

import styles from "./notice.module.css";

interface PartProps {
  /** What the part shows, as a sentence begins with it: "The rows". */
  name: string;
  children: () => Promise<ReactNode>;
}

/** A part of a page that may fail alone: it says so and offers to try again, and the rest of the page stays. */
export async function Part({ name, children }: PartProps) {
  try {
    return await children();
  } catch (error) {
    unstable_rethrow(error);
    const reference = crypto.randomUUID().slice(0, 8);
    console.error(`[${reference}] ${name} could not be shown`, error);
    return (
      <section className={styles.notice} role="alert">
        <p className={styles.title}>{name} could not be shown</p>
        <p>
          Something went wrong on this side; the rest of the page is as it should be. <Retry /> Reference:{" "}
          <code>{reference}</code>
        </p>
      </section>
    );
  }
}

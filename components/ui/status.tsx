import type { ReactNode } from "react";

/** Says to screen readers what a change of filter, order or page has led to; nothing when the page is first read. */
export const Status = ({ children }: { children: ReactNode }) => (
  <p role="status" className="visually-hidden">
    {children}
  </p>
);

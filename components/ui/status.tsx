import type { ReactNode } from "react";

/** Announces the result of a new filter, order or page to screen readers. It is silent on the first load. */
export const Status = ({ children }: { children: ReactNode }) => (
  <p role="status" className="visually-hidden">
    {children}
  </p>
);

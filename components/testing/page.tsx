import type { ReactNode } from "react";

import { useSearchParams } from "@/components/testing/navigation";
import { Navigation } from "@/components/ui/navigation";
import { parseQuery } from "@/lib/query/parse";
import type { Query } from "@/lib/query/query";

/** The query of the address that is shown, as a page reads it. */
export function useQuery(): Query {
  const params = useSearchParams();
  return parseQuery(params).query;
}

/** The frame of every page, as far as components look for it. */
export const Page = ({ children }: { children: ReactNode }) => (
  <>
    <main id="main" tabIndex={-1}>
      {children}
    </main>
    <Navigation />
  </>
);

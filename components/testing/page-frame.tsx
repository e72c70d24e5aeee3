import type { ReactNode } from "react";

import { useSearchParams } from "@/components/testing/navigation";
import { Navigation } from "@/components/ui/navigation";
import { parseQuery } from "@/lib/query/parse";
import type { Query } from "@/lib/query/query";

/** The query of the current address. */
export function useQuery(): Query {
  const params = useSearchParams();
  return parseQuery(params).query;
}

/** The parts of the page layout that components look for. */
export const PageFrame = ({ children }: { children: ReactNode }) => (
  <>
    <main id="main" tabIndex={-1}>
      {children}
    </main>
    <Navigation />
  </>
);

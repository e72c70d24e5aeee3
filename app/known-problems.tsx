import { ProblemNotices } from "@/components/ui/notice";
import { Part } from "@/components/ui/part";
import type { Query } from "@/lib/query/query";
import type { Store } from "@/lib/store/open";
import { problemsOf } from "@/lib/store/problems";

/** The known problems of the actions that a page shows. */
export function KnownProblems({ store, query }: { store: Store; query: Query }) {
  return (
    <Part name="The known problems">
      {async () => <ProblemNotices problems={await problemsOf(store, query)} />}
    </Part>
  );
}

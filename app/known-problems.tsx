import { ProblemNotices } from "@/components/ui/notice";
import { SectionBoundary } from "@/components/ui/section-boundary";
import type { Query } from "@/lib/query/query";
import type { Store } from "@/lib/store/open";
import { problemsOf } from "@/lib/store/problems";

export function KnownProblems({ store, query }: { store: Store; query: Query }) {
  return (
    <SectionBoundary name="The known problems">
      {async () => <ProblemNotices problems={await problemsOf(store, query)} />}
    </SectionBoundary>
  );
}

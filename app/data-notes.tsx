import { DataLine } from "@/components/ui/data-line";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { washingtonDay } from "@/lib/contracts/days";
import { beyondRecords } from "@/lib/findings/scope";
import type { Query } from "@/lib/query/query";
import type { Store } from "@/lib/store/open";
import { problemsOf } from "@/lib/store/problems";
import { retrievalOf } from "@/lib/store/retrieval";

/** The one line about the records behind a page: how far they go, how old they are, and what is known to be wrong with them. */
export const DataNotes = ({ store, query }: { store: Store; query: Query }) =>
  SectionBoundary({
    name: "The notes on the data",
    children: async () => {
      const [problems, retrieval] = await Promise.all([problemsOf(store, query), retrievalOf(store, query)]);
      return (
        <DataLine
          through={store.info.data_through}
          today={washingtonDay(Date.now())}
          problems={problems}
          retrieval={retrieval}
          beyond={beyondRecords(query, store.info)}
        />
      );
    },
  });

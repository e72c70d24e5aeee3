import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/contracts/days";
import type { Query } from "@/lib/query/query";
import type { Store } from "@/lib/store/open";
import { type Retrieval, retrievalOf } from "@/lib/store/retrieval";

import styles from "./layout.module.css";

/** The line below the header: the newest day of the records, and when and by whom the shown years were retrieved. */
export async function AsOf({ store, query }: { store: Store; query: Query }) {
  const { info } = store;
  const retrieval = await retrievalOf(store, query);
  return (
    <div className={styles.asof}>
      <p>
        <strong>Data through {formatDay(info.data_through)}</strong> · last two weeks still being reported
        {retrieval && (
          <>
            {" · retrieved "}
            {retrieval.from === retrieval.to
              ? formatDay(retrieval.to)
              : `${formatDay(retrieval.from)} to ${formatDay(retrieval.to)}`}
            {through[retrieval.throughOthers] && (
              <>
                {" "}
                <Link href="/data#sources">{through[retrieval.throughOthers]}</Link>
              </>
            )}
          </>
        )}{" "}
        · source: USAspending.gov contract actions · measure: obligated (net) by the awarding agency, not the
        funding agency · <Link href="/data#problems">known problems</Link>
      </p>
    </div>
  );
}

const through: Record<Retrieval["throughOthers"], string | null> = {
  all: "by a third party",
  some: "partly by a third party",
  none: null,
};

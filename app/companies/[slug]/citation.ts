import { citationOf } from "@/app/citation";
import { ownedSplitText } from "@/components/company/owned-split";
import type { Query } from "@/lib/query/query";
import type { WholeCompany } from "@/lib/store/company";
import type { Store } from "@/lib/store/open";

/** How a figure treats the awards of subsidiaries. */
const leftOutOf: Record<Query["grouped"], string> = {
  yes: "",
  owned: ", without actions signed before an acquisition where the day is known",
  no: ", without its subsidiaries",
};

/** The citation of what the page of a company shows, and its address in this snapshot. */
export const companyCitation = (
  store: Store,
  { company, selected, subsidiaries, owned }: WholeCompany,
  query: Query,
) =>
  citationOf(store, {
    path: `/companies/${company.slug}`,
    query,
    actions: `contract actions with recipients grouped under ${company.name}${subsidiaries === null ? "" : leftOutOf[query.grouped]}`,
    totals: selected.totals,
    split: owned && query.grouped === "yes" ? ownedSplitText(owned) : null,
  });

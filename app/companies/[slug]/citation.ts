import { citationOf } from "@/app/citation";
import { ownedSplitText } from "@/components/company/owned-split";
import { mentionsLead } from "@/lib/contracts/companies";
import type { Query } from "@/lib/query/query";
import type { WholeCompany } from "@/lib/store/company";
import type { Store } from "@/lib/store/open";

/** How a figure treats the awards of subsidiaries. */
const leftOutOf: Record<Query["grouped"], string> = {
  yes: "",
  owned: ", without actions signed before an acquisition where the day is known",
  no: ", without its subsidiaries",
};

/**
 * The citation of what the page of a company begins with, and its address in this snapshot: of the awards of others that
 * name it where these lead, else of its own.
 */
export const companyCitation = (
  store: Store,
  { company, selected, subsidiaries, owned, total, named }: WholeCompany,
  query: Query,
) => {
  if (named && mentionsLead(total.totals, named.totals))
    return citationOf(store, {
      path: `/companies/${company.slug}`,
      query,
      actions: `contract actions with other companies whose descriptions name ${company.name} by reviewed rules`,
      totals: named.totals,
    });
  return citationOf(store, {
    path: `/companies/${company.slug}`,
    query,
    actions: `contract actions with recipients grouped under ${company.name}${subsidiaries === null ? "" : leftOutOf[query.grouped]}`,
    totals: selected.totals,
    split: owned && query.grouped === "yes" ? ownedSplitText(owned) : null,
  });
};

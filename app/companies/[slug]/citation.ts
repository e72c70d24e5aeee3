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
 * The citation of what the page of a company begins with, and its address in this snapshot: of its own awards or, where
 * they lead, of the awards of others that name it, then of its own if there are any.
 */
export async function companyCitation(
  store: Store,
  { company, selected, subsidiaries, owned, total, named }: WholeCompany,
  query: Query,
): Promise<{ text: string; address: string }> {
  const page = { path: `/companies/${company.slug}`, query };
  const own = await citationOf(store, {
    ...page,
    actions: `contract actions with recipients grouped under ${company.name}${subsidiaries === null ? "" : leftOutOf[query.grouped]}`,
    totals: selected.totals,
    split: owned && query.grouped === "yes" ? ownedSplitText(owned) : null,
  });
  if (!named || !mentionsLead(total.totals, named.totals)) return own;
  const mentions = await citationOf(store, {
    ...page,
    actions: `contract actions with other companies whose descriptions name ${company.name} by reviewed rules`,
    totals: named.totals,
  });
  return {
    ...own,
    text: [mentions, ...(selected.totals.actions > 0 ? [own] : [])].map(({ text }) => text).join(" "),
  };
}

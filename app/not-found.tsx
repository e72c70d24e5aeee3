import type { Metadata } from "next";
import { headers } from "next/headers";
import { DidYouMean } from "@/components/search/did-you-mean";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/contracts/days";
import { lookUp } from "@/lib/contracts/look-up";
import type { EntryKind } from "@/lib/contracts/suggestions";
import { requestedPathHeader } from "@/lib/http/route";
import { defaults } from "@/lib/query/query";
import { likelyNames } from "@/lib/search/nearest";
import { codeNames } from "@/lib/store/facets";
import { openStore } from "@/lib/store/open";

import { NoSuchCompany } from "./companies/no-such-company";

export const metadata: Metadata = { title: "Page not found" };

/** What else an address of a brand or a facility may mean. */
const namedKinds: Record<string, EntryKind[]> = { brands: ["brand"], places: ["place"] };

/** The 404 page, also for contracts that are not in these records. */
export default async function NotFound() {
  const [, kind, slug] = ((await headers()).get(requestedPathHeader) ?? "").split("/");
  if (kind === "companies" && slug) return <NoSuchCompany slug={slug.toLowerCase()} />;
  const store = await openStore();
  const { agency } = codeNames(store);
  const kinds = lookUp(namedKinds, kind ?? "");
  const likely =
    kinds && slug
      ? await likelyNames(store, slug.replace(/-+/g, " "), Object.keys(agency), defaults("contracts"), kinds)
      : [];
  return (
    <div className="statement">
      <h1>Page not found</h1>
      <DidYouMean names={likely} />
      <p>
        The link may have been cut off when it was copied. Or it names a contract, place, brand, agency,
        office or vehicle that is not in these records. Search above by company, contract number or a word in
        a description, or browse <Link href="/contracts">all contracts</Link>.
      </p>
      <p>
        These records cover contract actions (award types A to D) by {Object.values(agency).join(" and ")},
        signed from {formatDay(store.info.data_from)}, to {formatDay(store.info.data_through)}. They leave out
        contracts without an action in that period, orders that other agencies placed, subcontracts, purchase
        cards and micro-purchases. <Link href="/method#left-out">What these records leave out</Link>
      </p>
      <p>
        A contract’s address ends in its award key or its PIID, without hyphens or spaces, such as{" "}
        <Link href="/contracts/70CTD022FR0000170">70CTD022FR0000170</Link>. You can search by part of a PIID.
      </p>
    </div>
  );
}

import type { Metadata } from "next";
import { headers } from "next/headers";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/contracts/days";
import { requestedPathHeader } from "@/lib/http/route";
import { codeNames } from "@/lib/store/facets";
import { openStore } from "@/lib/store/open";

import { NoSuchCompany } from "./companies/no-such-company";

export const metadata: Metadata = { title: "Nothing at this address" };

/** The 404 page, also for contracts that are not in these records. */
export default async function NotFound() {
  const [, kind, slug] = ((await headers()).get(requestedPathHeader) ?? "").split("/");
  if (kind === "companies" && slug) return <NoSuchCompany slug={slug.toLowerCase()} />;
  const store = await openStore();
  const { agency } = codeNames(store);
  return (
    <div className="statement">
      <h1>Nothing at this address</h1>
      <p>
        The address may have been cut off when it was copied, or it names a contract, brand, agency, office or
        vehicle that these records do not hold. Search above by company, contract number or a word in a
        description, or look through <Link href="/contracts">all contracts</Link>.
      </p>
      <p>
        These records hold contract actions (award types A to D) of {Object.values(agency).join(" and ")},
        signed from {formatDay(store.info.data_from)} to {formatDay(store.info.data_through)}. They do not
        hold contracts without an action in that time, orders that other agencies placed, subcontracts,
        purchase cards and micro-purchases. <Link href="/data#left-out">What is left out</Link>
      </p>
      <p>
        A contract’s address ends in its award key or its PIID, written without hyphens and spaces, such as{" "}
        <Link href="/contracts/70CTD022FR0000170">70CTD022FR0000170</Link>. A part of a PIID is enough for a
        search.
      </p>
    </div>
  );
}

import "server-only";

import type { Metadata } from "next";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";

import { formatDay } from "@/lib/contracts/days";
import type { SnapshotInfo, Totals } from "@/lib/contracts/facts";
import { counted, formatMoney } from "@/lib/contracts/money";
import { moreThanAdded } from "@/lib/contracts/net-words";
import { originOf } from "@/lib/http/origin";
import { NoSnapshot } from "@/lib/store/open";

export const siteName = "ICE contracts";

/** What is said of a page where the page itself is not seen. */
interface Described {
  title: string;
  /** One sentence: what the page states, with the figure where there is one, and its window. */
  description: string;
  /** The path of the page and the parameters that make it another page; see {@link pageAddress}. */
  address: string;
  /** The address of a picture of what it states, for whoever shows a link to it. */
  picture?: string;
  /** Where the same is to be followed, by media type. */
  feeds?: Record<string, string>;
}

/** Parameters that show the same in another order, in parts, in another shape or as it was. */
const manners = ["sort", "page", "size", "cols", "show", "snapshot"];

/** An address as search engines, feeds and paper should know the page: without what only sorts it or lays it out. */
export function pageAddress(address: string): string {
  const [path = "", text] = address.split("?");
  const params = new URLSearchParams(text);
  for (const name of manners) params.delete(name);
  return params.size > 0 ? `${path}?${params}` : path;
}

/**
 * Whether a search engine should list a page: each page once for each agency. Filters and searches make pages without
 * end, and what they find has pages of its own.
 */
const isListed = (address: string) =>
  [...new URLSearchParams(address.split("?")[1]).keys()].every((name) => name === "agency");

/** What every page tells search engines and whoever shows a link to it. No page fails because it cannot be described. */
export async function pageMetadata(describe: () => Promise<Described>): Promise<Metadata> {
  try {
    const { title, description, address, picture, feeds = {} } = await describe();
    const origin = originOf(await headers());
    const path = pageAddress(address);
    const image = origin && picture && `${origin}${picture}`; // others can only follow an absolute address
    return {
      title: { absolute: `${title} – ${siteName}` },
      description: `${description} From contract actions published by USAspending.gov.`,
      alternates: {
        ...(origin && { canonical: `${origin}${path}` }),
        types: Object.fromEntries(Object.entries(feeds).map(([type, feed]) => [type, `${origin}${feed}`])),
      },
      openGraph: {
        title,
        description,
        ...(origin && { url: `${origin}${path}` }),
        siteName,
        type: "website",
        locale: "en_US",
        ...(image && { images: [{ url: image, alt: `Chart: ${title}` }] }),
      },
      twitter: { card: image ? "summary_large_image" : "summary" },
      ...(!isListed(path) && { robots: { index: false, follow: true } }),
    };
  } catch (error) {
    unstable_rethrow(error);
    // The frame says that there is no snapshot; of anything else the page says what it can and the log why.
    if (!(error instanceof NoSnapshot)) console.error("A page could not be described", error);
    return { robots: { index: false } };
  }
}

type Days = Pick<SnapshotInfo, "data_from" | "data_through">;

/** A sum in one sentence, exact: who obligated what, to whom or under what, in how many actions, and when. */
export function sumSaid(who: string, { net, actions, contracts }: Totals, days: Days, what = ""): string {
  const signed = `signed from ${formatDay(days.data_from)} through ${formatDay(days.data_through)}`;
  if (actions === 0) return `No contract action of ${who}${what}, ${signed}, is in these records.`;
  const sum =
    net < 0
      ? `${who} took back ${formatMoney(-net)} ${moreThanAdded(who)} on awards${what}`
      : `${formatMoney(net)} obligated (net) by ${who}${what}`;
  return `${sum} in ${counted(actions, "action")} on ${counted(contracts, "contract")}, ${signed}.`;
}

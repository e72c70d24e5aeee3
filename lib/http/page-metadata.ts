import "server-only";

import type { Metadata } from "next";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";

import { formatDay } from "@/lib/contracts/days";
import { counted, formatMoney } from "@/lib/contracts/money";
import { pictureShapes } from "@/lib/contracts/pictures";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { moreThanAdded } from "@/lib/contracts/text";
import type { Totals } from "@/lib/contracts/totals";
import { originOf } from "@/lib/http/origin";
import { NoSnapshot } from "@/lib/store/open";

export const siteName = "ICE contracts";

/** Title and description for search engines and link previews. */
interface PageDescription {
  title: string;
  /** One sentence: the main figure of the page, if there is one, and its window. */
  description: string;
  /** The path of the page with its parameters; see {@link pageAddress}. */
  address: string;
  /** The title of link previews, where it is not that of the page: what is to be seen there. */
  shared?: string | undefined;
  /** The path of a picture that takes a shape, for link previews, and what is to be seen in it. */
  picture?: string;
  alt?: string | undefined;
  /** Paths of its feeds, by media type. */
  feeds?: Record<string, string>;
}

/** Parameters that change order, paging, columns or snapshot, but not the selection. */
const layoutParameters = ["sort", "page", "size", "cols", "show", "table_sort", "density", "snapshot"];

/** The canonical address of a page: without the parameters that only sort it or lay it out. */
export function pageAddress(address: string): string {
  const [path = "", text] = address.split("?");
  const params = new URLSearchParams(text);
  for (const name of layoutParameters) params.delete(name);
  return params.size > 0 ? `${path}?${params}` : path;
}

/**
 * Whether a search engine should index a page: each page once for each agency. Filters and searches make pages without number,
 * and what they find has pages of its own.
 */
const isIndexed = (address: string) =>
  [...new URLSearchParams(address.split("?")[1]).keys()].every((name) => name === "agency");

/** The metadata of a page. A failure to describe a page is logged and does not fail the page. */
export async function pageMetadata(describe: () => Promise<PageDescription>): Promise<Metadata> {
  try {
    const { title, shared = title, description, address, picture, alt, feeds = {} } = await describe();
    const origin = originOf(await headers());
    const path = pageAddress(address);
    const image = origin && picture && `${origin}${shaped(picture)}`; // link previews need an absolute address
    return {
      title: { absolute: title.startsWith(siteName) ? title : `${title} – ${siteName}` },
      description: `${description} From contract actions published by USAspending.gov.`,
      alternates: {
        ...(origin && { canonical: `${origin}${path}` }),
        types: Object.fromEntries(Object.entries(feeds).map(([type, feed]) => [type, `${origin}${feed}`])),
      },
      openGraph: {
        title: shared,
        description,
        ...(origin && { url: `${origin}${path}` }),
        siteName,
        type: "website",
        locale: "en_US",
        ...(image && { images: [{ url: image, width, height, alt: alt ?? `Chart: ${shared}` }] }),
      },
      twitter: { card: image ? "summary_large_image" : "summary" },
      ...(!isIndexed(path) && { robots: { index: false, follow: true } }),
    };
  } catch (error) {
    unstable_rethrow(error);
    // The layout reports a missing snapshot, and a client that has left needs no page; any other error goes to the log.
    const isExpected = error instanceof NoSnapshot || (error as Error).name === "AbortError";
    if (!isExpected) console.error("A page could not be described", error);
    return { robots: { index: false } };
  }
}

const { width, height } = pictureShapes.link;

/** The address of a picture in the shape of link previews. */
const shaped = (picture: string) => `${picture}${picture.includes("?") ? "&" : "?"}shape=link`;

type Days = Pick<SnapshotInfo, "data_from" | "data_through">;

/** One sentence with the exact net of a selection, its actions, contracts and days. `what` continues the subject. */
export function sumSentence(who: string, { net, actions, contracts }: Totals, days: Days, what = ""): string {
  const signed = `signed from ${formatDay(days.data_from)}, through ${formatDay(days.data_through)}`;
  if (actions === 0) return `These records have no contract action by ${who}${what}, ${signed}.`;
  const sum =
    net < 0
      ? `${who} took back ${formatMoney(-net)} ${moreThanAdded(who)} on awards${what}`
      : `${formatMoney(net)} obligated (net) by ${who}${what}`;
  return `${sum} in ${counted(actions, "action")} on ${counted(contracts, "contract")}, ${signed}.`;
}

import { createHash } from "node:crypto";

import { Feed } from "feed";

export const feedTypes = {
  atom: "application/atom+xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
};

/** One entry of a feed, in plain text. */
export interface FeedEntry {
  id: string;
  title: string;
  text: string;
  link: string;
  /** When it was published, ISO time. */
  time: string;
  kind: string;
}

export interface Entries {
  id: string;
  title: string;
  description: string;
  /** The address of the page with the same changes, and of the feed. */
  page: string;
  self: string;
  updated: string;
  /** The address of older entries; `null` if there are none. */
  next: string | null;
  entries: FeedEntry[];
}

/** The ID of a feed: the same for the same query on every host. */
export function feedId(path: string): string {
  const hash = createHash("sha1").update(path).digest("hex");
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`];
  return `urn:uuid:${parts.join("-")}-${hash.slice(20, 32)}`;
}

/** The library accepts absolute addresses only, so relative ones get this origin until the feed is written. */
const noOrigin = "http://relative.invalid";

/** The feed as Atom 1.0. */
export function atom({ id, title, description, page, self, updated, entries }: Entries): string {
  const absolute = (address: string) => new URL(address, noOrigin).href;
  const feed = new Feed({
    id,
    title,
    description,
    link: absolute(page),
    feedLinks: { atom: absolute(self) },
    updated: new Date(updated),
    generator: "ICE contracts",
    author: { name: "ICE contracts" },
  });
  for (const entry of entries) {
    const time = new Date(entry.time);
    feed.addItem({
      id: entry.id,
      title: markup(entry.title),
      link: absolute(entry.link),
      date: time,
      published: time,
      description: markup(entry.text),
      category: [{ name: entry.kind, term: entry.kind }],
    });
  }
  return feed.atom1().replaceAll(`href="${noOrigin}/`, 'href="/');
}

/**
 * The feed as JSON Feed 1.1. The library's own writes version 1.0, has each text as HTML and knows no `next_url`.
 */
export function jsonFeed({ title, description, page, self, next, entries }: Entries): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    description,
    home_page_url: page,
    feed_url: self,
    ...(next !== null && { next_url: next }),
    language: "en",
    authors: [{ name: "ICE contracts" }],
    items: entries.map(({ id, title: heading, text, link, time, kind }) => ({
      id,
      url: link,
      title: heading,
      content_text: text,
      date_published: time,
      date_modified: time,
      tags: [kind],
    })),
  });
}

/** Characters that XML cannot contain. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const escaped: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text as HTML, which is what the library declares titles and summaries to be. Nothing in it is markup. */
const markup = (text: string) =>
  text.replace(forbidden, "\uFFFD").replace(/[&<>]/g, (sign) => escaped[sign] ?? sign);

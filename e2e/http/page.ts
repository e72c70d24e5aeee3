import type { Site } from "./site";

/** A page as it is served. */
export interface ServedPage {
  status: number;
  headers: Headers;
  html: string;
}

/** Reads pages of a site, each address once. */
export function pagesOf(site: Site): (path: string) => Promise<ServedPage> {
  const known = new Map<string, Promise<ServedPage>>();
  const read = async (path: string) => {
    const answer = await site.fetch(path);
    return { status: answer.status, headers: answer.headers, html: await answer.text() };
  };
  return (path) => {
    const page = known.get(path) ?? read(path);
    known.set(path, page);
    return page;
  };
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

const decode = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole;
    return String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10));
  });

/** The text of some markup, its tags left out. */
export const textOf = (html: string) => decode(html.replace(/<!--.*?-->|<[^>]+>/gs, "")).trim();

/** The attributes of every tag of one name. */
export function tagsOf(html: string, name: string): Record<string, string>[] {
  return [...html.matchAll(new RegExp(`<${name}\\b[^>]*>`, "g"))].map(([tag]) =>
    Object.fromEntries(
      [...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, decode(value)]),
    ),
  );
}

/** The notice of a page whose title begins with some words, as markup; nothing where there is none. */
export function noticeOf({ html }: ServedPage, title: string): string | undefined {
  const notices = [...html.matchAll(/<aside\b[^>]*aria-label="([^"]*)".*?<\/aside>/gs)];
  return notices.find(([, label = ""]) => decode(label).startsWith(title))?.[0];
}

/** What the structured data of a page describe. */
export const thingsOf = ({ html }: ServedPage): Record<string, unknown>[] =>
  [...html.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)].map(([, text = ""]) =>
    JSON.parse(text),
  );

/** What the head of a page says. */
export function headOf({ html }: ServedPage) {
  const head = html.slice(0, html.indexOf("</head>"));
  const metas = tagsOf(head, "meta");
  const contents = (is: (meta: Record<string, string>) => boolean) =>
    metas.filter(is).map(({ content }) => content);
  return {
    title: textOf(/<title>(.*?)<\/title>/s.exec(head)?.[1] ?? ""),
    canonical: tagsOf(head, "link").find(({ rel }) => rel === "canonical")?.href,
    descriptions: contents(({ name }) => name === "description"),
    robots: contents(({ name }) => name === "robots"),
    card: contents(({ name }) => name === "twitter:card"),
    pictures: contents(({ property }) => property === "og:image"),
    graph: metas.flatMap(({ property = "" }) => (/^og:(?!image)/.test(property) ? [property] : [])).sort(),
  };
}

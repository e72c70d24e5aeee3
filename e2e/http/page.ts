import { type Cheerio, load } from "cheerio/slim";
import type { AnyNode, Element } from "domhandler";
import { expect } from "vitest";

import type { Site } from "./site";

/** The whole text, or a pattern. */
type Text = string | RegExp;

const fits = (text: string, wanted: Text) =>
  typeof wanted === "string" ? text === wanted : wanted.test(text);

/** Elements of a page, in page order. */
export class PageElements {
  constructor(
    protected readonly $: ReturnType<typeof load>,
    protected readonly elements: Cheerio<Element>,
  ) {}

  /** The descendants that match a selector and have this accessible name, or any. */
  all(selector: string, name?: Text): PageElements {
    const picked = this.elements.find(selector);
    return new PageElements(
      this.$,
      name === undefined ? picked : picked.filter((_, element) => fits(this.#nameOf(element), name)),
    );
  }

  /** Regions, lists, tables and forms by the name that assistive technology reads. */
  named(name: Text): PageElements {
    return this.all("[aria-label], [aria-labelledby]", name);
  }

  links(name?: Text): PageElements {
    return this.all("a[href]", name);
  }

  headings(name?: Text): PageElements {
    return this.all("h1, h2, h3, h4", name);
  }

  rows(name?: Text): PageElements {
    return this.all("tbody > tr", name);
  }

  /** The rows whose header has a name. */
  row(name: Text): PageElements {
    const isNamed = (row: Element) => new PageElements(this.$, this.$(row)).all("th", name).count > 0;
    return new PageElements(
      this.$,
      this.elements.find("tbody > tr").filter((_, row) => isNamed(row)),
    );
  }

  /** The elements whose text contains a part. */
  with(text: Text): PageElements {
    const has = (element: Element) => {
      const found = textOf(this.$(element));
      return typeof text === "string" ? found.includes(text) : text.test(found);
    };
    return new PageElements(
      this.$,
      this.elements.filter((_, element) => has(element)),
    );
  }

  at(place: number): PageElements {
    return new PageElements(this.$, this.elements.eq(place));
  }

  /** Each element as a `Part`. */
  get each(): PageElements[] {
    return this.elements.toArray().map((element) => new PageElements(this.$, this.$(element)));
  }

  get count(): number {
    return this.elements.length;
  }

  /** The text with hidden parts, white space collapsed. */
  get text(): string {
    return textOf(this.elements);
  }

  /** The text of each element. */
  get texts(): string[] {
    return this.elements.toArray().map((element) => textOf(this.$(element)));
  }

  /** The accessible name of each element: its label, or its text without hidden parts. */
  get names(): string[] {
    return this.elements.toArray().map((element) => this.#nameOf(element));
  }

  /** An attribute of each element that has it. */
  attributes(name: string): string[] {
    return this.elements.toArray().flatMap((element) => element.attribs[name] ?? []);
  }

  get hrefs(): string[] {
    return this.attributes("href");
  }

  /** Exact figures: the titles of rounded ones, and those that are shown exact. */
  get figures(): string[] {
    return this.all("[title], data:not([title])").each.map((one) => one.attributes("title")[0] ?? one.text);
  }

  /** The address that a browser requests when it submits the form with some fields changed. */
  submission(changes: Record<string, string | string[]> = {}): string {
    const form = this.elements.closest("form").first();
    expect(form.length, "forms").toBe(1);
    const sent = new URLSearchParams();
    for (const { name, value } of form.serializeArray()) if (!(name in changes)) sent.append(name, value);
    for (const [name, value] of Object.entries(changes)) {
      for (const one of [value].flat()) sent.append(name, one);
    }
    return `${form.attr("action")}?${sent}`;
  }

  /** The accessible name: from `aria-labelledby`, the label, or the content without hidden parts. */
  #nameOf(element: Element): string {
    const { "aria-labelledby": ids, "aria-label": label, id } = element.attribs;
    if (ids)
      return ids
        .split(" ")
        .map((one) => textOf(this.$(`[id="${one}"]`)))
        .join(" ");
    if (label) return label;
    if (/^(input|select|textarea)$/.test(element.tagName)) {
      return textOf(id ? this.$(`label[for="${id}"]`) : this.$(element).closest("label"));
    }
    const content = this.$(element).clone();
    content.find("[aria-hidden=true]").remove();
    return textOf(content);
  }
}

const textOf = (elements: Cheerio<AnyNode>) => elements.text().replace(/\s+/g, " ").trim();

/** A served page, read without a browser. */
export class ServedPage extends PageElements {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** The path and parameters after redirects. */
  readonly address: string;
  readonly #open: (path: string) => Promise<ServedPage>;

  constructor(answer: Response, html: string, open: (path: string) => Promise<ServedPage>) {
    const $ = load(html);
    super($, $("html"));
    const { pathname, search } = new URL(answer.url);
    this.status = answer.status;
    this.headers = answer.headers;
    this.html = html;
    this.address = pathname + search;
    this.#open = open;
  }

  /** Opens the page behind the links of one name, which must share one address. */
  follow(name: Text, among: PageElements = this): Promise<ServedPage> {
    const addresses = [...new Set(among.links(name).hrefs)];
    expect(addresses, `addresses of the links "${name}" on ${this.address}`).toHaveLength(1);
    return this.#open(addresses[0] ?? "");
  }

  /** The notices whose title begins with a text. */
  notices(title: string): PageElements {
    return this.all("aside", new RegExp(`^${title}`));
  }

  /** The structured data of the page. */
  get things(): Record<string, unknown>[] {
    return this.all('script[type="application/ld+json"]').texts.map((text) => JSON.parse(text));
  }

  /** The metadata in the head of the page. */
  get head() {
    const head = this.all("head");
    const contents = (of: string) => head.all(`meta[${of}]`).attributes("content");
    return {
      title: head.all("title").text,
      canonical: head.all('link[rel="canonical"]').hrefs[0],
      descriptions: contents('name="description"'),
      robots: contents('name="robots"'),
      card: contents('name="twitter:card"'),
      pictures: contents('property="og:image"'),
      graph: head
        .all('meta[property^="og:"]')
        .attributes("property")
        .filter((name) => !name.startsWith("og:image"))
        .sort(),
    };
  }
}

/** Reads pages of a site, and caches each address. */
export function pagesOf(site: Site): (path: string) => Promise<ServedPage> {
  const known = new Map<string, Promise<ServedPage>>();
  const read = async (path: string): Promise<ServedPage> => {
    const answer = await site.fetch(path);
    return new ServedPage(answer, await answer.text(), open);
  };
  function open(path: string): Promise<ServedPage> {
    const page = known.get(path) ?? read(path);
    known.set(path, page);
    return page;
  }
  return open;
}

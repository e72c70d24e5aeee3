import { nameParts } from "@/lib/identity/names";

const toSlug = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** A slug, the name of a company in addresses: lower-case words joined by hyphens. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The slug of a normalized name that shares it with no other: ASCII, without the legal form. */
export const shortSlug = (name: string) => toSlug(nameParts(name).stem) || "company";

/**
 * A slug for every normalized name: the short one. Names with the same short slug get their legal form appended, then a
 * number, and none of them gets the short slug, so that a later name never takes the address of another. `taken` slugs belong
 * to reviewed companies. The order of the input does not matter.
 */
export function slugsFor(names: Iterable<string>, taken: Iterable<string>): Map<string, string> {
  const reserved = new Set(taken);
  const sharing = new Map<string, string[]>();
  for (const name of [...new Set(names)].sort()) {
    const short = shortSlug(name);
    sharing.set(short, [...(sharing.get(short) ?? []), name]);
  }

  const slugs = new Map<string, string>();
  const used = new Set([...reserved, ...sharing.keys()]);
  for (const [short, group] of sharing) {
    if (group.length === 1 && !reserved.has(short)) {
      slugs.set(group[0] as string, short);
      continue;
    }
    for (const name of group) {
      const { stem, forms } = nameParts(name);
      const long = toSlug([stem, ...forms].join(" ")) || "company";
      let slug = long;
      for (let number = 2; used.has(slug); number += 1) slug = `${long}-${number}`;
      used.add(slug);
      slugs.set(name, slug);
    }
  }
  return slugs;
}

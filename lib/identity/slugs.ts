import { nameParts } from "@/lib/identity/names";

const toSlug = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/**
 * One slug for every normalised name: ASCII, the legal form left out. Where two names meet, the first in
 * text order keeps the short slug, the later ones carry their legal form, then a number. The result does not
 * depend on the order of the input. `taken` slugs belong to reviewed companies and are left to them.
 */
export function slugsFor(names: Iterable<string>, taken: Iterable<string>): Map<string, string> {
  const used = new Set(taken);
  const slugs = new Map<string, string>();
  for (const name of [...new Set(names)].sort()) {
    const { stem, forms } = nameParts(name);
    const short = toSlug(stem) || "company";
    const long = toSlug([stem, ...forms].join(" ")) || "company";
    let slug = short;
    if (used.has(slug)) slug = long;
    for (let number = 2; used.has(slug); number += 1) slug = `${long}-${number}`;
    used.add(slug);
    slugs.set(name, slug);
  }
  return slugs;
}

import { nameParts } from "@/lib/identity/names";

const toSlug = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** Lower-case words joined by hyphens, as a company is known by in an address. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The slug of a normalised name that no other name meets: ASCII, the legal form left out. */
export const shortSlug = (name: string) => toSlug(nameParts(name).stem) || "company";

/**
 * One slug for every normalised name: the short one. Where names meet, each carries its legal form, then a number, and
 * none keeps the short slug: a name that comes later never takes over the address of another. The result does not depend on the order of the input. `taken` slugs belong to reviewed companies and are left to them.
 */
export function slugsFor(names: Iterable<string>, taken: Iterable<string>): Map<string, string> {
  const left = new Set(taken);
  const meeting = new Map<string, string[]>();
  for (const name of [...new Set(names)].sort()) {
    const short = shortSlug(name);
    meeting.set(short, [...(meeting.get(short) ?? []), name]);
  }

  const slugs = new Map<string, string>();
  const used = new Set([...left, ...meeting.keys()]);
  for (const [short, group] of meeting) {
    if (group.length === 1 && !left.has(short)) {
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

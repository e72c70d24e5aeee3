import "server-only";

import { nameMatcher, type SearchName, searchName } from "@/lib/identity/matching";
import { normalizeName } from "@/lib/identity/names";
import type { Lookups } from "@/lib/store/lookups";
import type { Store } from "@/lib/store/open";
import { storedAlsoKnown } from "@/lib/store/report";

interface NamedCompany {
  id: number;
  slug: string;
  name: string;
}
interface NamedRecipient {
  id: number;
  name: string;
  company: NamedCompany;
  /** Whether the company's name is another, and not only another spelling. */
  differs: boolean;
}

/** A company that fits what was typed: the lower `rank`, the better (see `nameMatcher`). */
export interface FoundCompany extends NamedCompany {
  rank: number;
  /** The recipient whose name fits, where the company's own does not fit as well. */
  through: string | null;
  /** Why another name, where that fits best, is a name of the company. */
  reason: string | null;
}
export interface FoundRecipient extends NamedRecipient {
  rank: number;
}

interface Names {
  companies: { entry: NamedCompany; names: SearchName[] }[];
  recipients: { entry: NamedRecipient; name: SearchName }[];
  /** Names of subcontractors, each with its company. */
  subcontractors: Names["recipients"];
}

/** Some thousand names, taken apart once for each snapshot. */
const taken = new WeakMap<Lookups, Names>();

function namesOf({ lookups }: Store): Names {
  const known = taken.get(lookups);
  if (known) return known;
  const companies = new Map<number, NamedCompany>();
  for (const { id, slug, name } of lookups.company.values()) {
    companies.set(id, { id, slug: slug ?? "", name: name ?? "" });
  }
  const grouped = (rows: Lookups["recipient"]) =>
    [...rows.values()].flatMap(({ id, name, company: group }) => {
      const company = companies.get(Number(group));
      if (name === null || !company) return [];
      const differs = normalizeName(name ?? "") !== normalizeName(company.name);
      return [{ entry: { id, name: name ?? "", company, differs }, name: searchName(name ?? "") }];
    });
  const names = {
    companies: [...companies.values()].map((entry) => ({
      entry,
      names: [searchName(entry.name), searchName(entry.slug)],
    })),
    recipients: grouped(lookups.recipient),
    subcontractors: grouped(lookups.subcontractor),
  };
  taken.set(lookups, names);
  return names;
}

/** The worst rank at which another name of a company fits: as a whole or by its beginning. */
const worstAlias = 3;

/** The companies whose name fits, that of one of their recipients, or one they are also known by, the best fit first. */
export async function companiesNamed(store: Store, typed: string): Promise<FoundCompany[]> {
  const { companies, recipients, subcontractors } = namesOf(store);
  const rankOf = nameMatcher(typed);
  const found = new Map<number, FoundCompany>();
  const offer = (
    entry: NamedCompany,
    rank: number | null,
    { through = null, reason = null }: Partial<Pick<FoundCompany, "through" | "reason">> = {},
  ) => {
    const known = found.get(entry.id);
    if (rank !== null && (!known || rank < known.rank))
      found.set(entry.id, { ...entry, rank, through, reason });
  };
  for (const { entry, names } of companies) for (const name of names) offer(entry, rankOf(name));
  for (const { entry, name } of [...recipients, ...subcontractors])
    offer(entry.company, rankOf(name), { through: entry.differs ? entry.name : null });
  for (const { name, company, reason } of await storedAlsoKnown(store)) {
    const rank = rankOf(searchName(name));
    const entry = companies.find((one) => one.entry.slug === company)?.entry;
    if (entry && rank !== null && rank <= worstAlias) offer(entry, rank, { reason });
  }
  return [...found.values()].sort((one, other) => one.rank - other.rank || one.id - other.id);
}

/** The ranks up to that of the same name in another spelling, and of a name that begins with the words. */
const sameName = 1;
const firstWords = 2;

/** The companies whose own name is what was typed, in any spelling. */
export function companiesSpelled(store: Store, typed: string): NamedCompany[] {
  const rankOf = nameMatcher(typed);
  const isSame = (name: SearchName) => (rankOf(name) ?? Number.POSITIVE_INFINITY) <= sameName;
  return namesOf(store).companies.flatMap(({ entry, names }) => (names.some(isSame) ? [entry] : []));
}

/**
 * The one company that another spelling of its address means: by its own name, else by a recipient's; or a reviewed company
 * whose own name begins with the words, if no other company's does. `null` where that is none or several.
 */
export function companyAddressed(store: Store, slug: string): NamedCompany | null {
  const typed = slug.replaceAll("-", " ");
  const [own, ...others] = companiesSpelled(store, typed);
  if (own) return others.length === 0 ? own : null;
  const rankOf = nameMatcher(typed);
  const { companies, recipients, subcontractors } = namesOf(store);
  const ranked = [
    ...companies.flatMap(({ entry, names }) =>
      names.map((name) => ({ entry, rank: rankOf(name), isOwn: true })),
    ),
    ...[...recipients, ...subcontractors].map(({ entry, name }) => ({
      entry: entry.company,
      rank: rankOf(name),
      isOwn: false,
    })),
  ].filter(({ rank }) => rank !== null && rank <= firstWords);
  const same = onlyOne(ranked.flatMap(({ entry, rank }) => (rank !== firstWords ? [entry] : [])));
  if (same) return same;
  const begun = onlyOne(ranked.map(({ entry }) => entry));
  const isOwn = ranked.some((name) => name.entry === begun && name.isOwn);
  return begun && isOwn && isReviewed(store, begun) ? begun : null;
}

/** The company of a list that has no other; `null` for none and for several. */
function onlyOne(companies: NamedCompany[]): NamedCompany | null {
  const [one, ...others] = new Set(companies);
  return one && others.length === 0 ? one : null;
}

/** Whether a rule names the company, so that its name is short and its recipients are known. */
const isReviewed = ({ lookups }: Store, { id }: NamedCompany) =>
  ![...lookups.recipient.values(), ...lookups.subcontractor.values()].some(
    ({ company, basis }) => Number(company) === id && basis === "automatic",
  );

/** The recipients whose name as recorded fits, the best fit first. */
export function recipientsNamed(store: Store, typed: string): FoundRecipient[] {
  const rankOf = nameMatcher(typed);
  return namesOf(store)
    .recipients.flatMap(({ entry, name }) => {
      const rank = rankOf(name);
      return rank === null ? [] : [{ ...entry, rank }];
    })
    .sort((one, other) => one.rank - other.rank || one.id - other.id);
}

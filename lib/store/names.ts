import "server-only";

import { nameMatcher, type SearchName, searchName } from "@/lib/identity/matching";
import { normalizeName } from "@/lib/identity/names";
import type { Explanations } from "@/lib/store/explained";
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
}

/** Some thousand names, taken apart once for each snapshot. */
const taken = new WeakMap<Explanations, Names>();

function namesOf({ explanations }: Store): Names {
  const known = taken.get(explanations);
  if (known) return known;
  const companies = new Map<number, NamedCompany>();
  for (const { id, slug, name } of explanations.company.values()) {
    companies.set(id, { id, slug: slug ?? "", name: name ?? "" });
  }
  const recipients = [...explanations.recipient.values()].flatMap(({ id, name, company: group }) => {
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
    recipients,
  };
  taken.set(explanations, names);
  return names;
}

/** The worst rank at which another name of a company fits: as a whole or by its beginning. */
const worstAlias = 3;

/** The companies whose name fits, that of one of their recipients, or one they are also known by, the best fit first. */
export async function companiesNamed(store: Store, typed: string): Promise<FoundCompany[]> {
  const { companies, recipients } = namesOf(store);
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
  for (const { entry, name } of recipients)
    offer(entry.company, rankOf(name), { through: entry.differs ? entry.name : null });
  for (const { name, company, reason } of await storedAlsoKnown(store)) {
    const rank = rankOf(searchName(name));
    const entry = companies.find((one) => one.entry.slug === company)?.entry;
    if (entry && rank !== null && rank <= worstAlias) offer(entry, rank, { reason });
  }
  return [...found.values()].sort((one, other) => one.rank - other.rank || one.id - other.id);
}

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

import { z } from "zod";
import { firstDay } from "@/lib/contracts/days";
import { readableName } from "@/lib/contracts/recorded-name";
import { notReported } from "@/lib/contracts/text";
import { normalizeName } from "@/lib/identity/names";
import { dayCell, filled, RuleError, type RuleTable, readRules, uniqueBy } from "@/lib/identity/rules";
import { shortSlug, slugPattern, slugsFor } from "@/lib/identity/slugs";

/** The relation of a recipient to its company. */
export const relations = ["itself", "subsidiary", "former name"] as const;
export type Relation = (typeof relations)[number];

/**
 * Why a recipient belongs to its company. `record`: the records state the parent, or move a contract from one name to the
 * other; `name`: the name shows it; `listed`: the list that the project began with; `known`: widely known, not checked
 * against a document; `automatic`: the names differ in spelling only.
 */
export const bases = ["record", "name", "listed", "known"] as const;
export type Basis = (typeof bases)[number] | "automatic";

const slug = z.string().regex(slugPattern, "is not lower-case words joined by hyphens");

const companyRule = z
  .strictObject({
    slug,
    company: filled,
    relation: z.enum(relations, `is none of ${relations.join(", ")}`),
    match: z.enum(
      ["uei", "parent uei", "exact", "normalised"],
      "is none of uei, parent uei, exact, normalised",
    ),
    value: filled,
    expected: z.enum(["", "none"], "is neither blank nor none"),
    basis: z.enum(bases, `is none of ${bases.join(", ")}`),
    reviewed: dayCell,
    note: z.string(),
    uei: z
      .string()
      .regex(/^([A-Z0-9]{12})?$/, "is not a UEI of 12 capital letters and digits")
      .default(""),
    owned_since: z
      .string()
      .refine(
        (text) => text === "" || firstDay(text) !== null,
        "is not a day, month or year such as 2022-09-12",
      )
      .default(""),
    owned_basis: z.enum(["", ...bases], `is neither blank nor one of ${bases.join(", ")}`).default(""),
    former_slugs: z
      .string()
      .transform((text) => text.split(" ").filter(Boolean))
      .pipe(z.array(slug))
      .default([]),
  })
  .refine(
    ({ owned_since: since, owned_basis: basis }) => (since === "") === (basis === ""),
    "needs a day in owned_since and a basis in owned_basis, or neither",
  )
  .refine(
    ({ owned_since: since, relation }) => since === "" || relation === "subsidiary",
    "has a day in owned_since and is no subsidiary",
  );
export type CompanyRule = z.infer<typeof companyRule>;

/** A recipient as recorded, with the number of actions that carry the name. */
export interface RecordedRecipient {
  name: string | null;
  actions: number;
  uei?: string | null;
  parent_uei?: string | null;
}

export interface Company {
  slug: string;
  name: string;
}

export interface GroupedRecipient {
  company: Company;
  relation: Relation;
  basis: Basis;
  /** The rule of `data/companies.csv` and its line; `null` for automatic groups. */
  decided: { line: number; rule: CompanyRule } | null;
}

export interface GroupedRecipients {
  /** In the order of the input. */
  recipients: GroupedRecipient[];
  /** All companies of the rules, also those without a recipient, and the automatic ones. */
  companies: Company[];
  /** Slugs that redirect, with the slug of their company. */
  formerSlugs: Map<string, string>;
}

type MatchKind = CompanyRule["match"];
export type CompanyRules = Map<string, { line: number; rule: CompanyRule }>;

const matchKey = (match: MatchKind, value: string) =>
  `${match}\n${match === "normalised" ? normalizeName(value) : value}`;

/**
 * Reads `data/companies.csv`.
 * @throws {RuleError} for a malformed row, a value in two rows, a slug with two names, or a former slug that is a current one
 * or belongs to two companies.
 */
export function readCompanyRules(table: RuleTable): CompanyRules {
  const entries = readRules(table, companyRule);
  const names = new Map<string, string>();
  for (const { line, rule } of entries) {
    const name = names.get(rule.slug) ?? rule.company;
    if (name !== rule.company)
      throw new RuleError(
        table.file,
        line,
        `calls ${rule.slug} ${JSON.stringify(rule.company)}, an earlier line ${JSON.stringify(name)}`,
      );
    names.set(rule.slug, name);
  }
  const formers = new Map<string, string>();
  for (const { line, rule } of entries) {
    for (const former of rule.former_slugs) {
      const owner = names.has(former) ? former : (formers.get(former) ?? rule.slug);
      if (names.has(former) || owner !== rule.slug)
        throw new RuleError(table.file, line, `gives the former slug ${former}, which is ${owner}'s`);
      formers.set(former, rule.slug);
    }
  }
  return uniqueBy(table, entries, (rule) => matchKey(rule.match, rule.value));
}

/** The rule for a recipient: by UEI, else exact name, else UEI of the parent, else normalized name. */
function ruleFor(rules: CompanyRules, { name, uei, parent_uei }: RecordedRecipient) {
  return (
    (uei && rules.get(matchKey("uei", uei))) ||
    (name !== null && rules.get(matchKey("exact", name))) ||
    (parent_uei && rules.get(matchKey("parent uei", parent_uei))) ||
    (name !== null && rules.get(matchKey("normalised", name))) ||
    undefined
  );
}

const unreported: Company = { slug: "not-reported", name: notReported };

/** The short slugs of names that only one company has, with that company. */
function onlyOwners(names: { key: string; owner: string }[]): [short: string, owner: string][] {
  const owners = new Map<string, Set<string>>();
  for (const { key, owner } of names) {
    if (key === "") continue;
    const short = shortSlug(key);
    owners.set(short, (owners.get(short) ?? new Set()).add(owner));
  }
  return [...owners].flatMap(([short, [owner, ...others]]): [string, string][] =>
    owner && others.length === 0 ? [[short, owner]] : [],
  );
}

/**
 * Groups recipients into companies: by the reviewed rules, else with recipients whose names differ in spelling only. An
 * automatic company has its most frequent recorded name, in title case.
 */
export function groupRecipients(recipients: RecordedRecipient[], rules: CompanyRules): GroupedRecipients {
  const spellings = new Map<string, Map<string, number>>();
  const decided = recipients.map((recipient) => {
    const entry = ruleFor(rules, recipient);
    if (recipient.name === null) return { entry, key: "" };
    const key = normalizeName(recipient.name);
    if (entry) return { entry, key };
    const counts = spellings.get(key) ?? new Map<string, number>();
    counts.set(recipient.name, (counts.get(recipient.name) ?? 0) + recipient.actions);
    spellings.set(key, counts);
    return { entry, key };
  });

  const reviewed = new Map<string, Company>();
  const formerSlugs = new Map<string, string>();
  for (const { rule } of rules.values()) {
    reviewed.set(rule.slug, { slug: rule.slug, name: rule.company });
    for (const former of rule.former_slugs) formerSlugs.set(former, rule.slug);
  }
  // Names of reviewed companies count too when names share a slug: a later name must not get the address of an earlier one.
  const keys = decided.flatMap(({ key }) => key || []);
  const slugs = slugsFor(keys, [...reviewed.keys(), ...formerSlugs.keys(), unreported.slug]);
  const automatic = new Map<string, Company>();
  for (const [key, counts] of spellings) {
    const [best] = [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
    automatic.set(key, { slug: slugs.get(key) ?? key, name: readableName(best?.[0] ?? key) });
  }

  const grouped = decided.map(({ entry, key }): GroupedRecipient => {
    if (!entry)
      return {
        company: automatic.get(key) ?? unreported,
        relation: "itself",
        basis: "automatic",
        decided: null,
      };
    const { slug, company: name, relation, basis } = entry.rule;
    return { company: reviewed.get(slug) ?? { slug, name }, relation, basis, decided: entry };
  });
  const companies = new Map(
    [...reviewed.values(), ...grouped.map(({ company }) => company)].map((company) => [
      company.slug,
      company,
    ]),
  );
  const names = decided.map(({ key }, index) => ({ key, owner: grouped[index]?.company.slug ?? "" }));
  for (const [short, owner] of onlyOwners(names)) {
    if (!companies.has(short) && !formerSlugs.has(short)) formerSlugs.set(short, owner);
  }
  return { recipients: grouped, companies: [...companies.values()], formerSlugs };
}

/**
 * Groups subcontractors into companies: by the reviewed rules, else with a recipient or with each other where names differ in
 * spelling only. `added` are the companies that are no recipient's. The companies of recipients keep their names and slugs.
 */
export function groupSubcontractors(
  subcontractors: RecordedRecipient[],
  rules: CompanyRules,
  { recipients, grouped }: { recipients: RecordedRecipient[]; grouped: GroupedRecipients },
): { subcontractors: Omit<GroupedRecipient, "decided">[]; added: Company[] } {
  const bySlug = new Map(grouped.companies.map((company) => [company.slug, company]));
  const known = new Map<string, Company>();
  for (const [index, { name }] of recipients.entries()) {
    const company = grouped.recipients[index]?.company;
    if (name !== null && company) known.set(normalizeName(name), company);
  }
  const keyed = subcontractors.map((one) => ({
    entry: ruleFor(rules, one),
    key: normalizeName(one.name ?? ""),
  }));
  const unknown = new Map<string, string>();
  for (const [index, { entry, key }] of keyed.entries())
    if (!entry && !known.has(key)) unknown.set(key, unknown.get(key) ?? subcontractors[index]?.name ?? key);
  const slugs = slugsFor(unknown.keys(), [
    ...bySlug.keys(),
    ...grouped.formerSlugs.keys(),
    ...[...known.keys()].map(shortSlug),
  ]);
  const added = [...unknown].map(([key, name]): Company => {
    const company = { slug: slugs.get(key) ?? key, name: readableName(name) };
    known.set(key, company);
    return company;
  });
  return {
    subcontractors: keyed.map(({ entry, key }) => {
      if (!entry) return { company: known.get(key) ?? unreported, relation: "itself", basis: "automatic" };
      const { slug, company: name, relation, basis } = entry.rule;
      return { company: bySlug.get(slug) ?? { slug, name }, relation, basis };
    }),
    added,
  };
}

import "server-only";

import { agencyChoices } from "@/lib/contracts/agencies";
import type { Cents } from "@/lib/contracts/money";
import type { PublishedFigure, Verdict } from "@/lib/contracts/published-figures";
import { type Check, type CheckFacts, judge } from "@/lib/query/checks";
import { parseQuery } from "@/lib/query/parse";
import { change } from "@/lib/query/query";
import { windowOf } from "@/lib/query/windows";
import { parseWrittenAmount } from "@/lib/query/written-figure";
import { checkSql } from "@/lib/sql/checks";
import { totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { storedPublishedFigures } from "@/lib/store/report";

/** The published figures of an amount. */
export async function publishedAs(store: Store, value: Cents): Promise<PublishedFigure[]> {
  const figures = await storedPublishedFigures(store);
  return figures.filter(({ figure }) => {
    const written = parseWrittenAmount(figure);
    return "value" in written && written.value === value;
  });
}

/** The published figures of the rule table, compared with the records, in the order of the table: all, or those with some verdicts. */
export async function listChecks(store: Store, only: readonly Verdict[] = []): Promise<Check[]> {
  const figures = await storedPublishedFigures(store);
  const checks = await Promise.all(figures.map((published) => checkOf(store, published)));
  return checks.filter(({ verdict }) => only.length === 0 || only.includes(verdict));
}

/** The first published figures of the rule table, compared with the records, and how many there are. */
export async function firstChecks(store: Store, most: number): Promise<{ checks: Check[]; count: number }> {
  const figures = await storedPublishedFigures(store);
  const checks = figures.slice(0, most).map((published) => checkOf(store, published));
  return { checks: await Promise.all(checks), count: figures.length };
}

const everyAgency = agencyChoices().at(-1)?.agency ?? [];

async function checkOf(store: Store, published: PublishedFigure): Promise<Check> {
  const { query } = parseQuery(new URLSearchParams(published.query));
  const selection = change(query, { snapshot: store.named });
  const written = parseWrittenAmount(published.figure);
  if ("problem" in written)
    throw new Error(`The published figure ${published.id} ${written.problem}: ${published.figure}.`);
  const window = windowOf(selection, store.info);
  const [[facts], ofAllAgencies] = await Promise.all([
    store.rows<CheckFacts>(checkSql(selection, window.to)),
    published.measure === "obligated" && selection.agency.length < everyAgency.length
      ? totals(store, change(selection, { agency: everyAgency }))
      : null,
  ]);
  const found = facts as CheckFacts;
  return {
    ...published,
    ...found,
    ...judge(written, published.measure, found, ofAllAgencies?.net ?? null),
    value: written.value,
    selection,
    window,
    factor: found.net > 0 ? Math.round((written.value / found.net) * 10) / 10 : null,
  };
}

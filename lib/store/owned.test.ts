import { describe, expect, it } from "vitest";
import { change, defaults, type Query } from "@/lib/query/query";
import { raw } from "@/lib/sql/fragments";
import { listCompanies } from "@/lib/store/companies";
import { findCompany, readCompany, type WholeCompany } from "@/lib/store/company";
import { groups, totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

/** Sums of what was signed while a company owned a recipient, and before. */

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

const ice = defaults("contracts");
const both = change(ice, { agency: ["7012", "7014"] });

async function company(slug: string, query: Query): Promise<WholeCompany> {
  const found = await findCompany(store, slug);
  expect(found, slug).not.toBeNull();
  return readCompany(store, found as NonNullable<typeof found>, query);
}

/** The figures of a recipient, or of the whole company, while owned and before. */
const split = (found: WholeCompany, name?: string) => {
  const { owned } = name ? (found.recipients.find((recipient) => recipient.name === name) ?? {}) : found;
  if (!owned) return null;
  return [owned.while_owned.totals.net, owned.before.totals.net];
};

describe("what was signed before an acquisition", () => {
  it("is split in the total of Google", async () => {
    const found = await company("google", ice);
    expect(split(found)).toEqual([40_480_00, 1_300_000_00]);
    expect(found.total.totals.net).toBe(1_340_480_00);
    expect(found.recipients.find(({ name }) => name === "MANDIANT, INC.")).toMatchObject({
      owned_since: "2022-09-12",
      owned_basis: "known",
    });
  });

  it.each([
    ["amentum", "PAE AVIATION AND TECHNICAL SERVICES LLC", -10_681_725_08, 116_033_305_77],
    ["caci", "APPLIED INSIGHT, LLC", 0, 3_253_692_34],
    ["motorola-solutions", "SILVUS TECHNOLOGIES, INC.", 0, 1_910_986_44],
    ["thales", "DIGITAL RECEIVER TECHNOLOGY, INC.", 936_735_00, 5_059_903_04],
    ["pen-link", "COBWEBS AMERICA INC", 3_321_682_50, 225_060_00],
    ["guidehouse", "GRANT THORNTON PUBLIC SECTOR LLC", 3_259_222_04, 54_037_825_79],
    ["xerox", "LEXMARK INTERNATIONAL, INC.", 200_681_14, 1_138_831_88],
  ])("is split in the total of %s for %s", async (slug, name, whileOwned, before) => {
    expect(split(await company(slug, both), name)).toEqual([whileOwned, before]);
  });

  it("adds up with the rest to the total, of every company and every recipient", async () => {
    const slugs = await store.rows<{ slug: string }>(
      raw(
        "select distinct c.slug from recipients r join companies c on c.id = r.company where r.owned_from is not null",
      ),
    );
    expect(slugs.length).toBeGreaterThan(20);
    let splits = 0;
    for (const { slug } of slugs) {
      const found = await company(slug, both);
      for (const { name, net, actions, owned } of found.recipients) {
        if (!owned) continue;
        const parts = [owned.while_owned.totals, owned.before.totals];
        expect([name, sum(parts, "net"), sum(parts, "actions")]).toEqual([name, net, actions]);
      }
      if (!found.owned) continue;
      splits += 1;
      const parts = [found.owned.while_owned.totals, found.owned.before.totals];
      for (const name of ["net", "added", "taken_back", "actions"] as const)
        expect([slug, sum(parts, name)]).toEqual([slug, found.total.totals[name]]);
    }
    expect(splits).toBeGreaterThan(10);
  });

  it("counts no month or year that is all that is known of an acquisition", async () => {
    const within = await store.rows(
      raw(`select r.name, a.action_date::varchar as day from recipients r join actions a on a.recipient = r.id
        where length(r.owned_since) < 10 and a.amount_cents <> 0 and starts_with(a.action_date::varchar, r.owned_since)`),
    );
    expect(within).toEqual([]);
  });
});

const sum = <Name extends string>(parts: Record<Name, number>[], name: Name) =>
  parts.reduce((all, part) => all + part[name], 0);

describe("grouped=owned", () => {
  const owned = change(both, { grouped: "owned" });

  it("counts of a company what was signed while it owned its recipients", async () => {
    const google = change(ice, { company: ["google"], grouped: "owned" });
    expect(await totals(store, google)).toMatchObject({ net: 40_480_00, actions: 2 });
    const found = await company("google", change(ice, { grouped: "owned" }));
    expect(found.selected.totals.net).toBe(40_480_00);
    expect(sum(found.years, "net")).toBe(40_480_00);
    expect(found.total.totals.net).toBe(1_340_480_00);
  });

  it("adds up to its own totals, by company and in the list of companies", async () => {
    const whole = await totals(store, owned);
    const { groups: byCompany } = await groups(store, owned, "company");
    const { rows } = await listCompanies(store, { query: owned, name: "" });
    expect(sum(byCompany, "net")).toBe(whole.net);
    expect(sum(rows, "net")).toBe(whole.net);
    expect(rows.every(({ before_owned }) => before_owned === 0)).toBe(true);
  });

  it("leaves out exactly what the list of companies says is from before", async () => {
    const { rows, totals: all } = await listCompanies(store, { query: both, name: "" });
    const { rows: left } = await listCompanies(store, { query: owned, name: "" });
    const nets = new Map(left.map(({ id, net }) => [id, net]));
    for (const { id, name, net, before_owned } of rows.filter(({ before_owned }) => before_owned !== 0))
      expect([name, net - before_owned]).toEqual([name, nets.get(id) ?? 0]);
    expect(all.net - (await totals(store, owned)).net).toBe(sum(rows, "before_owned"));
    expect(rows.filter(({ before_owned }) => before_owned !== 0).length).toBeGreaterThan(10);
  });
});

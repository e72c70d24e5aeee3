import { requireCompany } from "@/app/api/companies/[slug]/require-company";
import { noTotals, type Totals } from "@/lib/contracts/totals";
import { endpoint } from "@/lib/http/endpoint";
import { aboutQuery } from "@/lib/http/json";
import { change } from "@/lib/query/query";
import { type OwnedSplit, readCompany, type WholeCompany } from "@/lib/store/company";
import { totals } from "@/lib/store/contracts";

/** One company: its recipients, its figures by relation and by fiscal year, and the awards of others that name it. */
export const GET = endpoint("/api/companies/{slug}", async ({ query, store, key, json }) => {
  const company = await requireCompany(store, key);
  return json(async () => {
    const found = await readCompany(store, company, query);
    const years = await Promise.all(
      found.years.map(({ fiscal_year }) =>
        totals(store, change(found.selected.query, { fy: [fiscal_year] })),
      ),
    );
    return {
      ...aboutQuery(store.info, query),
      company: found.company,
      recipients: found.recipients.map(({ name, uei, relation, basis, reviewed, note, ...rest }) => {
        const { owned_since, owned_basis, owned, ...figures } = rest;
        return {
          name,
          uei,
          relation,
          basis,
          reviewed,
          note,
          totals: { ...figures, companies: figures.actions > 0 ? 1 : 0 },
          owned_since,
          owned_basis,
          owned: owned && totalsOfSplit(owned),
        };
      }),
      total: found.total.totals,
      direct: found.direct.totals,
      subsidiaries: found.subsidiaries?.totals ?? noTotals,
      owned: found.owned && totalsOfSplit(found.owned),
      named_in: {
        totals: found.named?.totals ?? noTotals,
        by_recipient: (found.named?.by_recipient ?? []).map(({ recipient, totals: sum }) => ({
          recipient,
          totals: sum,
        })),
        left_out: found.named?.left_out.totals ?? noTotals,
        brands: found.named?.brands ?? [],
      },
      subcontracts: found.subcontracts,
      known_from_summaries: found.summarized,
      years: found.years.map(({ fiscal_year, place, whole }, index) => ({
        fiscal_year,
        totals: years[index] as Totals,
        rank: place,
        all_companies: whole,
      })),
    };
  });
});

const totalsOfSplit = ({ while_owned, before }: OwnedSplit | NonNullable<WholeCompany["owned"]>) => ({
  while_owned: while_owned.totals,
  before: before.totals,
});

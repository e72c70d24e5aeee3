import { FilterPanel } from "@/components/filters/filter-panel";
import { counted } from "@/lib/contracts/money";
import { type AmountCounts, amountBins, zeroBin } from "@/lib/query/amount-bins";
import type { Facet, FacetValue } from "@/lib/query/filters";
import { isSet, type Query } from "@/lib/query/query";

/** Counts for every bin, with the highest at $0. */
export const sampleAmounts: AmountCounts = {
  counts: amountBins.map((_, place) => (place === zeroBin ? 900 : 10 + place)),
  missing: 0,
};

interface SampleFiltersProps {
  query: Query;
  amounts?: AmountCounts;
  rejected?: Record<string, string>;
}

/** The filters of the workbench, with three companies and two fiscal years. */
export function SampleFilters({ query, amounts = sampleAmounts, rejected = {} }: SampleFiltersProps) {
  const names = ["company", "fy", "min", "max", "q"] as const;
  const found = query.fy.length > 0 ? 1 : query.company.length > 0 ? 8 : 39;
  return (
    <FilterPanel
      query={query}
      facets={facetsOf(query)}
      amounts={amounts}
      days={{ from: "2020-10-01", to: "2026-08-20" }}
      has={[]}
      rejected={rejected}
      active={names.filter((name) => isSet(query, name)).length}
      found={counted(found, "contract")}
    />
  );
}

function facetsOf(query: Query): Facet[] {
  const choice = (value: string, label: string, chosen: boolean): FacetValue => ({
    value,
    label,
    chosen,
    count: 3,
    net: 1_000_00,
  });
  const companies = { "geo-group": "The GEO Group", corecivic: "CoreCivic", palantir: "Palantir" };
  return [
    {
      name: "company",
      label: "Company",
      more: 0,
      values: Object.entries(companies).map(([slug, name]) =>
        choice(slug, name, query.company.includes(slug)),
      ),
    },
    {
      name: "fy",
      label: "Fiscal year",
      more: 0,
      values: [2024, 2025].map((year) => choice(`${year}`, `FY${year}`, query.fy.includes(year))),
    },
  ];
}

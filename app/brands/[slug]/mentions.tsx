import type { Route } from "next";
import { BrandContracts } from "@/components/brands/brands-table";
import { GroupChart } from "@/components/charts/group-chart";
import { remaining, withLinks } from "@/components/charts/links";
import { NewestActionList } from "@/components/figures/newest-actions";
import { addedFigure, RecordsLink, RecordsSum } from "@/components/figures/records-link";
import { KeyFigures } from "@/components/ui/key-figures";
import { Section, TwoColumns } from "@/components/ui/section";
import type { Brand } from "@/lib/contracts/brands";
import { formatDay } from "@/lib/contracts/days";
import { counted, formatCount } from "@/lib/contracts/money";
import type { Totals } from "@/lib/contracts/totals";
import { change, type Query } from "@/lib/query/query";
import { tableSort } from "@/lib/query/table-sort";
import { groups, latestDescriptions, listActions, listContracts, periods } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { sameDates } from "@/lib/store/overview";

const maxHolders = 20;
const maxContracts = 20;
const maxNewest = 10;

interface MentionsProps {
  store: Store;
  brand: Brand;
  query: Query;
  page: Route;
  mentionTotals: Totals;
}

/** The actions that name a brand: totals, holders, fiscal years, contracts and newest descriptions. */
export async function Mentions({ store, brand, query, page, mentionTotals }: MentionsProps) {
  const isRecorded = query.grouped === "no";
  const holder = isRecorded ? "recipient" : "company";
  const newest = change(query, { view: "actions" });
  const names = { brand: { [brand.slug]: brand.name } };
  const [years, dates, holders, contracts, actions] = await Promise.all([
    periods(store, query, "fiscal_year"),
    sameDates(store, query),
    groups(store, query, holder, { top: maxHolders }),
    listContracts(store, { ...query, size: maxContracts }),
    listActions(store, { ...newest, size: maxNewest }),
  ]);
  const keys = contracts.map(({ key }) => key);
  const descriptions = await latestDescriptions(store, query, keys);
  const span = `${formatDay(store.info.data_from)} – ${formatDay(store.info.data_through)}`;
  const shown = contracts.length < mentionTotals.contracts ? `the ${contracts.length} largest of ` : "";
  return (
    <>
      <KeyFigures
        figures={[
          {
            label: "Obligated (net) by actions that the rule counts",
            value: <RecordsSum query={query} cents={mentionTotals.net} />,
            note: `${span}; the whole amount of each action`,
          },
          addedFigure({
            query,
            totals: mentionTotals,
            note: (
              <>
                in{" "}
                <RecordsLink query={newest}>{counted(mentionTotals.actions, "contract action")}</RecordsLink>
              </>
            ),
          }),
          {
            label: "Contracts",
            value: <RecordsLink query={query}>{formatCount(mentionTotals.contracts)}</RecordsLink>,
          },
          {
            label: isRecorded ? "Recipients as recorded" : "Companies that hold them",
            value: (
              <RecordsLink query={change(query, { show: "company" })}>
                {formatCount(mentionTotals.companies)}
              </RecordsLink>
            ),
          },
        ]}
      />
      <TwoColumns>
        <GroupChart
          by={holder}
          subtitle={`Net obligations by ${isRecorded ? "recipient as recorded" : "company"}, of actions that the rule for ${brand.name} counts, ${span}`}
          groups={withLinks(holders.groups, query, holder)}
          rest={remaining(holders.rest, holder)}
          whole={mentionTotals.net}
          query={query}
          page={page}
          days={store.info}
          about={{ names }}
        />
        <GroupChart
          by="fiscal_year"
          subtitle={`Net obligations of actions that the rule for ${brand.name} counts, by date signed`}
          groups={withLinks(years, query, "fiscal_year")}
          query={query}
          page={page}
          days={store.info}
          about={{ names, sameDates: dates }}
        />
      </TwoColumns>
      <Section
        id="contracts"
        title="Contracts"
        subtitle={
          <>
            Shown: {shown}
            <RecordsLink query={query}>{counted(mentionTotals.contracts, "contract")}</RecordsLink> with an
            action that the rule for {brand.name} counts.
          </>
        }
      >
        <BrandContracts
          contracts={contracts}
          snapshot={query.snapshot}
          descriptions={descriptions}
          sort={shown === "" ? tableSort(page, "contracts", "-net") : undefined}
          caption="Exact U.S. dollars obligated. Other actions of a contract may not name the brand."
        />
      </Section>
      <Section
        id="newest"
        title={`Latest descriptions that name ${brand.name}`}
        subtitle={
          <>
            As recorded, by date signed.{" "}
            <RecordsLink query={newest}>See all actions, newest first</RecordsLink>
          </>
        }
      >
        <NewestActionList actions={actions} query={query} />
      </Section>
    </>
  );
}

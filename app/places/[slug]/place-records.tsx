import type { Route } from "next";
import { BrandContracts } from "@/components/brands/brands-table";
import { GroupChart } from "@/components/charts/group-chart";
import { remaining, withLinks } from "@/components/charts/links";
import { NewestActionList } from "@/components/figures/newest-actions";
import { addedFigure, RecordsLink, RecordsSum } from "@/components/figures/records-link";
import { Joined } from "@/components/ui/joined";
import { KeyFigures } from "@/components/ui/key-figures";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Section, TwoColumns } from "@/components/ui/section";
import { formatDay } from "@/lib/contracts/days";
import type { FacilityRule } from "@/lib/contracts/facilities";
import { counted, formatCount } from "@/lib/contracts/money";
import type { Totals } from "@/lib/contracts/totals";
import { placePage } from "@/lib/query/pages";
import { change, type Query } from "@/lib/query/query";
import { tableSort } from "@/lib/query/table-sort";
import { groups, latestDescriptions, listActions, listContracts, periods } from "@/lib/store/contracts";
import { facilityContext } from "@/lib/store/facilities";
import type { Store } from "@/lib/store/open";
import { sameDates } from "@/lib/store/overview";

const maxCompanies = 20;
const maxContracts = 20;
const maxNewest = 10;
const maxShared = 12;

interface PlaceRecordsProps {
  store: Store;
  place: FacilityRule;
  query: Query;
  page: Route;
  found: Totals;
}

/** The actions that name a facility: totals, companies, fiscal years, contracts and newest descriptions. */
export async function PlaceRecords({ store, place, query, page, found }: PlaceRecordsProps) {
  const isRecorded = query.grouped === "no";
  const by = isRecorded ? "recipient" : "company";
  const newest = change(query, { view: "actions" });
  const names = { place: { [place.slug]: place.name } };
  const [years, dates, companies, contracts, actions, context] = await Promise.all([
    periods(store, query, "fiscal_year"),
    sameDates(store, query),
    groups(store, query, by, { top: maxCompanies }),
    listContracts(store, { ...query, size: maxContracts }),
    listActions(store, { ...newest, size: maxNewest }),
    facilityContext(store, query, place.slug),
  ]);
  const descriptions = await latestDescriptions(
    store,
    query,
    contracts.map(({ key }) => key),
  );
  const span = `${formatDay(store.info.data_from)} – ${formatDay(store.info.data_through)}`;
  const shown = contracts.length < found.contracts ? `the ${contracts.length} largest of ` : "";
  const { whole_contracts: whole, shared_with: shared } = context;
  return (
    <>
      <KeyFigures
        figures={[
          {
            label: "Obligated (net) by actions that name it",
            value: <RecordsSum query={query} cents={found.net} />,
            note: `${span}; the whole amount of each action`,
          },
          addedFigure({
            query,
            totals: found,
            note: (
              <>
                in <RecordsLink query={newest}>{counted(found.actions, "contract action")}</RecordsLink>
              </>
            ),
          }),
          {
            label: "Contracts",
            value: <RecordsLink query={query}>{formatCount(found.contracts)}</RecordsLink>,
            note: (
              <>
                all their actions in these records, also those that name no place: <Money cents={whole.net} />
              </>
            ),
          },
          {
            label: isRecorded ? "Recipients as recorded" : "Companies that hold them",
            value: (
              <RecordsLink query={change(query, { show: "company" })}>
                {formatCount(found.companies)}
              </RecordsLink>
            ),
          },
        ]}
      />
      {shared.length > 0 && (
        <p>
          Some of these descriptions name other facilities too, and their amounts are not split:{" "}
          <Joined
            parts={shared.slice(0, maxShared).map(({ slug, name, actions: count }) => (
              <span key={slug}>
                <Link href={placePage(slug, query)}>{name}</Link> ({counted(count, "action")})
              </span>
            ))}
          />
          {shared.length > maxShared && ` and ${formatCount(shared.length - maxShared)} more`}.
        </p>
      )}
      <TwoColumns>
        <GroupChart
          by="fiscal_year"
          subtitle={`Net obligations of actions whose descriptions name ${place.name}, by day of signature`}
          groups={withLinks(years, query, "fiscal_year")}
          query={query}
          page={page}
          days={store.info}
          about={{ names, sameDates: dates }}
        />
        <GroupChart
          by={by}
          subtitle={`Net obligations by ${isRecorded ? "recipient as recorded" : "company"}, of actions whose descriptions name ${place.name}, ${span}`}
          groups={withLinks(companies.groups, query, by)}
          rest={remaining(companies.rest, by)}
          whole={found.net}
          query={query}
          page={page}
          days={store.info}
          about={{ names }}
        />
      </TwoColumns>
      <Section
        id="contracts"
        title="Contracts"
        subtitle={
          <>
            Shown: {shown}
            <RecordsLink query={query}>{counted(found.contracts, "contract")}</RecordsLink> with an action
            whose description names it.
          </>
        }
      >
        <BrandContracts
          contracts={contracts}
          snapshot={query.snapshot}
          descriptions={descriptions}
          sort={shown === "" ? tableSort(page, "contracts", "-net") : undefined}
          caption="Exact U.S. dollars obligated. Other actions of a contract may name no place, or another."
        />
      </Section>
      <Section
        id="newest"
        title="Latest descriptions that name it"
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

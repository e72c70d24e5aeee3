import type { Metadata, Route } from "next";
import { DataNotes } from "@/app/data-notes";
import { readPage } from "@/app/read-page";
import { Pager } from "@/components/table/pager";
import { Link } from "@/components/ui/link";
import { Notice, ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, GroupedLink, PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { KindsTable, VehicleFilter, VehiclesTable } from "@/components/vehicles/vehicles-table";
import { formatDay } from "@/lib/contracts/days";
import { lookUp } from "@/lib/contracts/look-up";
import { counted, formatCount } from "@/lib/contracts/money";
import type { Totals } from "@/lib/contracts/totals";
import { vehicleKinds } from "@/lib/contracts/vehicles";
import { pageMetadata, sumSentence } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { change, defaults, groupsByCompany, href, type Query } from "@/lib/query/query";
import { type VehiclesRequest, vehiclesRequest } from "@/lib/query/requests";
import { tableSort } from "@/lib/query/table-sort";
import { totals } from "@/lib/store/contracts";
import { codeNames } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";
import { chooseVehicles, kindsOf, listVehicles } from "@/lib/store/vehicles";

const addressOf = (query: Query, choice: Partial<Omit<VehiclesRequest, "query">> = {}) =>
  vehiclesRequest.href("/vehicles" as Route, { query, ...choice });

export async function generateMetadata({ searchParams }: PageProps<"/vehicles">): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, request } = await readPage(vehiclesRequest, searchParams);
    const { query, ...choice } = request;
    const of = choice.kind === null ? "" : `: ${vehicleKinds[choice.kind]}`;
    const [whole, { rows }] = await Promise.all([totals(store, query), listVehicles(store, query)]);
    return {
      title: `Vehicles of ${agencyNames(query)} orders${of}`,
      description: `The ${counted(rows.length, "umbrella contract")} under which ${agencyNames(query)} placed orders, with the amount obligated on each. ${sumSentence(agencyNames(query), whole, store.info)}`,
      address: addressOf(query, choice),
    };
  });
}

export default async function VehiclesPage({ searchParams }: PageProps<"/vehicles">) {
  const { store, request, problems } = await readPage(vehiclesRequest, searchParams);
  const { query, ...choice } = request;
  const names = codeNames(store);
  const agencies = query.agency.map((code) => lookUp(names.agency, code) ?? `agency ${code}`).join(" and ");
  const isGrouped = groupsByCompany(query);
  const first = change(query, { page: 1 });
  return (
    <>
      <PageHeader
        title="Vehicles"
        lede={`Umbrella contracts under which ${agencies} placed orders, and the net amount obligated on those orders from ${formatDay(store.info.data_from)}, through ${formatDay(store.info.data_through)}.`}
      >
        <ChoiceLine>
          <AgencyChoice path="/vehicles" query={change(first, { size: defaults("contracts").size })} />
          <p>
            {isGrouped ? "Grouped by company" : "Recipients as recorded"} ·{" "}
            <GroupedLink query={query} address={(other) => addressOf(change(first, other), choice)} />
          </p>
        </ChoiceLine>
      </PageHeader>
      <ParameterNotice store={store} problems={problems} without={addressOf(query, choice)} />
      <DataNotes store={store} query={query} />
      <SectionBoundary name="The kinds of vehicle">
        {() => KindsSection({ store, query, agencies, page: addressOf(query, choice) })}
      </SectionBoundary>
      <SectionBoundary name="The list of vehicles">
        {() => VehicleListSection({ store, query, ...choice })}
      </SectionBoundary>
    </>
  );
}

interface KindsSectionProps {
  store: Store;
  query: Query;
  agencies: string;
  page: Route;
}

async function KindsSection({ store, query, agencies, page }: KindsSectionProps) {
  const [whole, list] = await Promise.all([totals(store, query), listVehicles(store, query)]);
  if (whole.actions === 0) {
    return <Notice title={`These records have no contract actions by ${agencies}`} />;
  }
  const first = change(query, { page: 1 });
  return (
    <Section
      title="Orders by kind of vehicle"
      subtitle={
        <>
          We read the kind from the award key: the code of the agreement’s agency and the beginning of its
          number. These records have no ceilings of agreements, and no figure here is one.{" "}
          <a href={href("/api/vehicles", contractsQuery(query))}>All vehicles as JSON</a>
        </>
      }
    >
      <KindsTable
        caption="Exact U.S. dollars obligated (net) on orders. An order counts under one vehicle. A company can hold orders of several kinds."
        kinds={[
          ...kindsOf(list.rows).map(({ kind, name, vehicles, totals: sum, agencies: codes }) => ({
            label: name,
            vehicles,
            totals: sum,
            list: addressOf(first, { kind }),
            records: codes
              ? href("/contracts", change(contractsQuery(query), { vehicle_agency: codes }))
              : addressOf(first, { kind }),
          })),
          ...rowWithoutVehicle("No vehicle", "the award key names none", "none", list.none, query),
          ...rowWithoutVehicle(
            "Not reported",
            "neither an award key nor an agreement is recorded",
            "unreported",
            list.unreported,
            query,
          ),
        ].toSorted((one, other) => other.totals.net - one.totals.net)}
        whole={whole}
        records={href("/contracts", contractsQuery(query))}
        companiesHeader={companiesHeader(query)}
        sort={tableSort(page, "kinds", "-net")}
      />
    </Section>
  );
}

const companiesHeader = (query: Query) => (groupsByCompany(query) ? "Companies" : "Recipients");

/** The query for the list of contracts: without page and size of this list. */
const contractsQuery = ({ agency, grouped, snapshot }: Query) =>
  change(defaults("contracts"), { agency, grouped, snapshot });

function rowWithoutVehicle(label: string, note: string, vehicle: string, sum: Totals | null, query: Query) {
  if (sum === null) return [];
  const records = href("/contracts", change(contractsQuery(query), { vehicle: [vehicle] }));
  return [{ label, note, vehicles: null, totals: sum, list: null, records }];
}

async function VehicleListSection({ store, query, ...request }: VehiclesRequest & { store: Store }) {
  const { table_sort: sorts, ...choice } = request;
  const { rows, none, unreported } = await listVehicles(store, query);
  if (rows.length === 0 && none === null && unreported === null) return null;
  const chosen = chooseVehicles(rows, choice);
  const first = change(query, { page: 1 });
  const pages = Math.max(1, Math.ceil(chosen.length / query.size));
  return (
    <Section
      id="vehicles"
      title={choice.kind === null ? "All vehicles" : vehicleKinds[choice.kind]}
      subtitle={`${counted(chosen.length, "vehicle")}${chosen.length === rows.length ? "" : ` of ${formatCount(rows.length)}`} with orders in these records. Each figure opens the orders behind it.`}
    >
      <VehicleFilter
        key={JSON.stringify(choice)}
        query={first}
        choice={choice}
        kinds={kindsOf(rows).map(({ kind }) => kind)}
        sorts={sorts}
        cleared={addressOf(first, { sort: choice.sort, table_sort: sorts })}
      />
      {chosen.length === 0 || query.page > pages ? (
        <p>
          {chosen.length === 0 ? (
            "No vehicle in these records matches."
          ) : (
            <>
              The list ends before this page.{" "}
              <Link href={addressOf(first, request)}>Go to the first page</Link>
            </>
          )}
        </p>
      ) : (
        <>
          <VehiclesTable
            caption={`Vehicles, page ${query.page} of ${pages}. Exact U.S. dollars obligated (net) on their orders.`}
            rows={chosen.map((row) => ({
              ...row,
              page: href(`/vehicles/${encodeURIComponent(row.vehicle)}` as Route, contractsQuery(query)),
              records: href(
                "/contracts",
                change(contractsQuery(query), {
                  vehicle: [row.vehicle],
                  vehicle_agency: [row.agency ?? "unreported"],
                }),
              ),
            }))}
            // Its own order replaces that of `sort`.
            sort={tableSort(addressOf(first, { ...request, sort: "net" }), "vehicles", `-${choice.sort}`)}
            slice={[(query.page - 1) * query.size, query.page * query.size]}
            companiesHeader={companiesHeader(query)}
          />
          <Pager query={query} rows={chosen.length} address={(other) => addressOf(other, request)} />
        </>
      )}
    </Section>
  );
}

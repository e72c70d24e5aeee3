import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DataNotes } from "@/app/data-notes";
import { Breadcrumbs } from "@/app/page-frame";
import { readPage } from "@/app/read-page";
import { GroupChart } from "@/components/charts/group-chart";
import { remaining, withLinks } from "@/components/charts/links";
import { Facts } from "@/components/figures/facts";
import { countHolders, RecordsLink, sumFigures } from "@/components/figures/records-link";
import { KeyFigures } from "@/components/ui/key-figures";
import { Notice, ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, GroupedLink, PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { Agreements, maxOrders, OrdersTable } from "@/components/vehicles/orders";
import { formatDay } from "@/lib/contracts/days";
import { lookUp } from "@/lib/contracts/look-up";
import { counted, formatCount } from "@/lib/contracts/money";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { basisWords } from "@/lib/contracts/vehicles";
import { pageMetadata, sumSentence } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { change, groupsByCompany, href, type Query } from "@/lib/query/query";
import { vehicleRequest } from "@/lib/query/requests";
import { tableSort } from "@/lib/query/table-sort";
import { firstGroups, groups, periods, totals } from "@/lib/store/contracts";
import { codeNames } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";
import { sameDates } from "@/lib/store/overview";
import { agreementFacts, findVehicle, ordersOf, type Vehicle } from "@/lib/store/vehicles";

type VehiclePageProps = PageProps<"/vehicles/[id]">;

const maxCompanies = 10;

async function loadVehicle({ params, searchParams }: VehiclePageProps) {
  const { id } = await params;
  const page = await readPage(vehicleRequest, searchParams);
  try {
    return { ...page, agreements: findVehicle(page.store, decodeURIComponent(id)) };
  } catch {
    return { ...page, agreements: [] }; // an address that cannot be decoded
  }
}

export async function generateMetadata(props: VehiclePageProps): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, agreements, request } = await loadVehicle(props);
    const { query } = request;
    const [first] = agreements;
    if (!first) notFound();
    const found = await totals(store, change(query, { vehicle: [first.vehicle] }));
    return {
      title: `${first.vehicle}, ${first.name ?? first.kind_name}: ${agencyNames(query)} orders`,
      description: sumSentence(agencyNames(query), found, store.info, ` under vehicle ${first.vehicle}`),
      address: href(pageOf(first.vehicle), query),
    };
  });
}

const pageOf = (vehicle: string) => `/vehicles/${encodeURIComponent(vehicle)}` as Route;

export default async function VehiclePage(props: VehiclePageProps) {
  const { store, agreements, request, problems } = await loadVehicle(props);
  const { query: scope } = request;
  const [first] = agreements;
  if (!first) notFound();
  const { vehicle } = first;
  const query = change(scope, { vehicle: [vehicle] });
  const names = codeNames(store);
  const agencies = query.agency.map((code) => lookUp(names.agency, code) ?? `agency ${code}`).join(" and ");
  const isGrouped = groupsByCompany(query);
  const page = vehicleRequest.href(pageOf(vehicle), request);
  const shared = { store, query, vehicle, agencies, page };
  const title = first.name ? `${vehicle}, ${first.name}` : vehicle;
  const crumbs = [{ label: "Vehicles", href: href("/vehicles", scope) }];
  return (
    <>
      <Breadcrumbs crumbs={crumbs} title={title} />
      <PageHeader
        crumbs={crumbs}
        title={title}
        lede={
          <>
            {agreements.map(agreementText).join(" Another agreement has the same number: ")}{" "}
            <SectionBoundary name="How many orders were placed under it" inline>
              {() => OrderCount(shared)}
            </SectionBoundary>
          </>
        }
      >
        <ChoiceLine>
          <AgencyChoice path={pageOf(vehicle)} query={scope} />
          <p>
            {isGrouped ? "Grouped by company" : "Recipients as recorded"} ·{" "}
            <GroupedLink query={query} address={(other) => href(pageOf(vehicle), change(scope, other))} />
          </p>
        </ChoiceLine>
      </PageHeader>
      <ParameterNotice store={store} problems={problems} without={page} />
      <DataNotes store={store} query={query} />
      <SectionBoundary name="The figures of its orders">{() => OrderFigures(shared)}</SectionBoundary>
      <SectionBoundary name="The fiscal years">{() => VehicleYears(shared)}</SectionBoundary>
      <SectionBoundary name="Who holds the orders">{() => OrderHolders(shared)}</SectionBoundary>
      <SectionBoundary name="The orders">{() => Orders(shared)}</SectionBoundary>
      <Section id="facts" title="What the number says" subtitle="Read from the award keys of its orders.">
        {agreements.map((agreement) => (
          <Facts key={agreement.agency} facts={factsOf(agreement, scope)} />
        ))}
      </Section>
      <SectionBoundary name="What we know about the agreement">
        {async () => <Agreements facts={await agreementFacts(store, vehicle)} />}
      </SectionBoundary>
    </>
  );
}

interface VehicleSectionProps {
  store: Store;
  query: Query;
  vehicle: string;
  agencies: string;
  page: Route;
}

const windowOf = ({ data_from, data_through }: SnapshotInfo) =>
  `${formatDay(data_from)} – ${formatDay(data_through)}`;

/** A sentence with the number of orders. Renders nothing if there are none. */
async function OrderCount({ store, query, agencies }: VehicleSectionProps) {
  const { actions, contracts, companies } = await totals(store, query);
  return (
    actions > 0 &&
    `These records, ${windowOf(store.info)}, have ${counted(contracts, "order")} by ${agencies} under it, with ${countHolders(companies, query)}.`
  );
}

async function OrderFigures({ store, query, agencies }: VehicleSectionProps) {
  const found = await totals(store, query);
  if (found.actions === 0) {
    return (
      <Notice title={`These records have no order by ${agencies} under this vehicle`}>
        <p>For another agency’s orders, change the agency above.</p>
      </Notice>
    );
  }
  return (
    <KeyFigures
      figures={[
        ...sumFigures({
          ...found,
          label: "Obligated on its orders (net)",
          note: "in these records; not the agreement’s ceiling",
          linkTo: (figure, sign) => (
            <RecordsLink query={change(query, { sign: sign ? [sign] : query.sign })}>{figure}</RecordsLink>
          ),
        }),
        {
          label: "Orders",
          value: <RecordsLink query={query}>{formatCount(found.contracts)}</RecordsLink>,
          note: (
            <>
              <RecordsLink query={change(query, { view: "actions" })}>
                {counted(found.actions, "action")}
              </RecordsLink>
              ,{" "}
              <RecordsLink query={change(query, { show: "company" })}>
                {countHolders(found.companies, query)}
              </RecordsLink>
            </>
          ),
        },
      ]}
    />
  );
}

async function VehicleYears({ store, query, vehicle, page }: VehicleSectionProps) {
  const [years, dates] = await Promise.all([periods(store, query, "fiscal_year"), sameDates(store, query)]);
  if (years.length === 0) return null;
  return (
    <GroupChart
      by="fiscal_year"
      subtitle={`Obligated on orders under ${vehicle}, ${windowOf(store.info)}`}
      groups={withLinks(years, query, "fiscal_year")}
      query={query}
      page={page}
      days={store.info}
      about={{ sameDates: dates }}
    />
  );
}

/** The companies or recipients that hold the orders. Renders nothing if there is only one. */
async function OrderHolders({ store, query, vehicle, page }: VehicleSectionProps) {
  const [{ groups: all }, { net }] = await Promise.all([
    groups(store, query, "company"),
    totals(store, query),
  ]);
  if (all.length < 2) return null;
  const by = groupsByCompany(query) ? "company" : "recipient";
  const { groups: leading, rest } = firstGroups(all, maxCompanies);
  return (
    <GroupChart
      by={by}
      subtitle={`Net obligations on orders under ${vehicle}, ${windowOf(store.info)}`}
      groups={withLinks(leading, query, by)}
      rest={remaining(rest, by)}
      whole={net}
      query={query}
      page={page}
      days={store.info}
    />
  );
}

async function Orders({ store, query, vehicle, page }: VehicleSectionProps) {
  const orders = await ordersOf(store, query);
  if (orders.length === 0) return null;
  return (
    <Section
      id="orders"
      title="Orders"
      subtitle={
        <>
          {orders.length > maxOrders
            ? `The ${maxOrders} largest of ${counted(orders.length, "order")}, by net obligations.`
            : `${counted(orders.length, "order")}, largest net obligations first.`}{" "}
          <RecordsLink query={query}>All orders under {vehicle}</RecordsLink>
        </>
      }
    >
      <OrdersTable
        orders={orders}
        snapshot={store.named}
        sort={orders.length > maxOrders ? undefined : tableSort(page, "orders", "-net")}
      />
    </Section>
  );
}

const agreementText = ({ agency_name, agency, kind_name, name }: Vehicle) =>
  `${kind_name}${name ? ` (${name})` : ""}: the agreement’s agency is ${agency_name === agency ? `agency ${agency}` : agency_name}.`;

const factsOf = ({ vehicle, agency, agency_name, kind_name, name, basis }: Vehicle, query: Query) => [
  {
    label: "Number (parent PIID)",
    value: <code>{vehicle}</code>,
    note: "As recorded on its orders.",
  },
  {
    label: "Agreement’s agency",
    value: (
      <>
        {agency_name}{" "}
        {agency !== null && !agency_name.includes(agency) && <span className="soft">({agency})</span>}
      </>
    ),
  },
  { label: "Kind", value: kind_name, note: basisWords[basis] },
  { label: "Program", value: name ?? "not decoded from the number" },
  {
    label: "Official record",
    value:
      agency === null ? null : (
        <a
          href={`https://www.usaspending.gov/award/CONT_IDV_${encodeURIComponent(vehicle)}_${encodeURIComponent(agency)}`}
        >
          {vehicle} at USAspending.gov
        </a>
      ),
    note: "We built this link from the number and the agency’s code. It is not in these records.",
  },
  {
    label: "This vehicle as JSON",
    isFile: true,
    value: (
      <a href={href(`/api/vehicles/${encodeURIComponent(vehicle)}`, query)}>
        Vehicle, orders and companies (JSON)
      </a>
    ),
  },
];

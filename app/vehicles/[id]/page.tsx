import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { cache, type ReactNode } from "react";
import { Breadcrumbs } from "@/app/breadcrumbs";
import { linked, remaining } from "@/components/charts/doors";
import { GroupChart } from "@/components/charts/group-chart";
import { questionOf } from "@/components/charts/questions";
import { Facts } from "@/components/figures/facts";
import { Figures } from "@/components/ui/figures";
import { GroupedLink, otherGrouping } from "@/components/ui/grouped-link";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Notice, ParameterNotice, ProblemNotices } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Scope, ScopeLine } from "@/components/ui/scope";
import { Section } from "@/components/ui/section";
import { Agreements } from "@/components/vehicles/agreements";
import { OrdersTable } from "@/components/vehicles/orders-table";
import { shortDay } from "@/lib/contracts/days";
import { type GroupingName, grouping } from "@/lib/contracts/groupings";
import { counted, formatCount } from "@/lib/contracts/money";
import { basisWords } from "@/lib/contracts/vehicles";
import { pageMetadata, sumSaid } from "@/lib/http/page-metadata";
import { fromPage, parseOnly } from "@/lib/query/parse";
import { change, href, type Query } from "@/lib/query/query";
import { scopeName } from "@/lib/query/scope";
import { otherSnapshot, touching } from "@/lib/query/touching";
import { firstGroups, totals } from "@/lib/store/contracts";
import { labels } from "@/lib/store/facets";
import { openStore } from "@/lib/store/open";
import { findVehicle, type Vehicle, wholeVehicle } from "@/lib/store/vehicles";

type Props = PageProps<"/vehicles/[id]">;

/** The parameters of the query that this page keeps to. */
const kept = ["agency", "grouped", "snapshot"] as const;

const mostCompanies = 10;
const mostOrders = 25;

/** The vehicle that an address names. Metadata and page share one reading. */
const readVehicle = cache(async (text: string, snapshot: string | null) => {
  const store = await openStore(snapshot);
  try {
    const id = decodeURIComponent(text);
    return { store, id, agreements: findVehicle(store, id) };
  } catch {
    return { store, id: text, agreements: [] }; // an address that cannot be decoded
  }
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { query } = parseOnly(fromPage(await searchParams), kept);
  const { id } = await params;
  return pageMetadata(async () => {
    const { store, agreements } = await readVehicle(id, query.snapshot);
    const [first] = agreements;
    if (!first) notFound();
    const found = await totals(store, change(query, { vehicle: [first.vehicle] }));
    return {
      title: `${first.vehicle}, ${first.name ?? first.kind_name}: ${scopeName(query)} orders`,
      description: sumSaid(scopeName(query), found, store.info, ` under vehicle ${first.vehicle}`),
      address: href(pageOf(first.vehicle), query),
    };
  });
}

const pageOf = (vehicle: string) => `/vehicles/${encodeURIComponent(vehicle)}` as Route;

/** One agreement: what its number says, and the orders under it. */
export default async function VehiclePage({ params, searchParams }: Props) {
  const { query: asked, problems: unread } = parseOnly(fromPage(await searchParams), kept);
  const { store, id } = await readVehicle((await params).id, asked.snapshot);
  const scope = { ...asked, snapshot: store.named };
  const found = await wholeVehicle(store, scope, id);
  if (!found) notFound();
  const { vehicle, agreements, facts, query, totals, orders, companies, years } = found;
  const [first] = agreements as [Vehicle];
  const names = await labels(store, query);
  const agencies = query.agency.map((code) => names.agency?.[code] ?? `agency ${code}`).join(" and ");
  const isGrouped = query.grouped === "yes";
  const by: GroupingName = isGrouped ? "company" : "recipient";
  const { plural } = grouping(by);
  const window = `${shortDay(store.info.data_from)} – ${shortDay(store.info.data_through)}`;
  const page = href(pageOf(vehicle), scope);
  const { groups: leading, rest } = firstGroups(companies, mostCompanies);
  const title = first.name ? `${vehicle}, ${first.name}` : vehicle;
  const crumbs = [{ label: "Vehicles", href: href("/vehicles", scope) }];
  return (
    <>
      <Breadcrumbs crumbs={crumbs} title={title} />
      <PageHeader
        crumbs={crumbs}
        title={title}
        lede={`${agreements.map(described).join(" The same number is also that of another agreement: ")} ${
          totals.actions === 0
            ? ""
            : `These records, ${window}, hold ${counted(totals.contracts, "order")} of ${agencies} under it, with ${counted(totals.companies, isGrouped ? "company" : "recipient", plural)}.`
        }`}
      >
        <ScopeLine>
          <Scope path={pageOf(vehicle)} query={scope} />
          <p>
            {isGrouped ? "Grouped by company" : "Recipients as recorded"} ·{" "}
            <GroupedLink query={query} href={href(pageOf(vehicle), change(scope, otherGrouping(query)))} />
          </p>
        </ScopeLine>
      </PageHeader>
      <ParameterNotice
        store={store}
        problems={[...unread, ...otherSnapshot(asked, store.info.id)]}
        without={href(pageOf(vehicle), scope)}
      />
      <ProblemNotices problems={touching(store.info.problems, query)} />
      {totals.actions === 0 ? (
        <Notice title={`These records hold no order of ${agencies} under this vehicle`}>
          <p>Another agency’s orders are under the choice of agency above.</p>
        </Notice>
      ) : (
        <>
          <Figures
            figures={[
              {
                label: "Obligated on its orders (net)",
                value: (
                  <Records query={query}>
                    <Money cents={totals.net} exact />
                  </Records>
                ),
                note: "in these records; not the agreement’s ceiling",
              },
              {
                label: "Added",
                value: (
                  <Records query={change(query, { sign: ["pos"] })}>
                    <Money cents={totals.added} exact />
                  </Records>
                ),
              },
              {
                label: "Taken back",
                value: (
                  <Records query={change(query, { sign: ["neg"] })}>
                    <Money cents={totals.taken_back} exact />
                  </Records>
                ),
              },
              {
                label: "Orders",
                value: <Records query={query}>{formatCount(totals.contracts)}</Records>,
                note: (
                  <>
                    <Records query={change(query, { view: "actions" })}>
                      {counted(totals.actions, "action")}
                    </Records>
                    ,{" "}
                    <Records query={change(query, { show: "company" })}>
                      {counted(totals.companies, isGrouped ? "company" : "recipient", plural)}
                    </Records>
                  </>
                ),
              },
            ]}
          />
          <GroupChart
            by="fiscal_year"
            title={questionOf("fiscal_year")}
            subtitle={`Obligated on orders under ${vehicle}, ${window}`}
            groups={linked(years, query, "fiscal_year")}
            query={query}
            page={page}
            through={store.info.data_through}
          />
          {companies.length > 1 && (
            <GroupChart
              by={by}
              title={isGrouped ? "Which companies hold the orders?" : "Which recipients hold the orders?"}
              subtitle={`Net obligations on orders under ${vehicle}, ${window}`}
              groups={linked(leading, query, by)}
              rest={remaining(rest, by)}
              whole={totals.net}
              query={query}
              page={page}
              through={store.info.data_through}
            />
          )}
          <Section
            id="orders"
            title="Orders"
            subtitle={
              <>
                {orders.length > mostOrders
                  ? `The ${mostOrders} with the largest net of ${counted(orders.length, "order")}.`
                  : `${counted(orders.length, "order")}, from the largest net.`}{" "}
                <Records query={query}>All orders under {vehicle}</Records>
              </>
            }
          >
            <OrdersTable orders={orders.slice(0, mostOrders)} snapshot={store.named} />
          </Section>
        </>
      )}
      <Section
        id="facts"
        title="What the number says"
        subtitle={
          facts.length === 0
            ? "These records hold orders, not the agreement itself: its terms, ceiling and other holders are not here."
            : "Read from the award keys of its orders. What award summaries say of the agreement itself is below."
        }
      >
        {agreements.map((agreement) => (
          <Facts key={agreement.agency} facts={factsOf(agreement, scope)} />
        ))}
      </Section>
      <Agreements facts={facts} />
    </>
  );
}

const described = ({ agency_name, agency, kind_name, name }: Vehicle) =>
  `${kind_name}${name ? ` (${name})` : ""}: the agreement’s agency is ${agency_name === agency ? `agency ${agency}` : agency_name}.`;

const factsOf = ({ vehicle, agency, agency_name, kind_name, name, basis }: Vehicle, query: Query) => [
  {
    label: "Number (parent PIID)",
    value: <code>{vehicle}</code>,
    note: "As the award keys of its orders name it.",
  },
  {
    label: "Agreement’s agency",
    value: (
      <>
        {agency_name} {!agency_name.includes(agency) && <span className="soft">({agency})</span>}
      </>
    ),
  },
  { label: "Kind", value: kind_name, note: basisWords[basis] },
  { label: "Programme", value: name ?? "not decoded from the number" },
  {
    label: "Official record",
    value: (
      <a
        href={`https://www.usaspending.gov/award/CONT_IDV_${encodeURIComponent(vehicle)}_${encodeURIComponent(agency)}`}
      >
        {vehicle} at USAspending.gov
      </a>
    ),
    note: "The address is made from the number and the agency’s code; these records do not give it.",
  },
  {
    label: "This vehicle as JSON",
    value: (
      <a href={href(`/api/vehicles/${encodeURIComponent(vehicle)}`, query)}>
        Vehicle, orders and companies (JSON)
      </a>
    ),
  },
];

/** A figure as the door to the records behind it. */
function Records({ query, children }: { query: Query; children: ReactNode }) {
  return <Link href={href("/contracts", query)}>{children}</Link>;
}

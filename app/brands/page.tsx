import type { Metadata, Route } from "next";
import { DataNotes } from "@/app/data-notes";
import { listLink, readPage } from "@/app/read-page";
import { BrandsTable } from "@/components/brands/brands-table";
import { Link } from "@/components/ui/link";
import { ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, GroupedLink, PageHeader } from "@/components/ui/page-header";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { Tabs } from "@/components/ui/tabs";
import { formatDay } from "@/lib/contracts/days";
import { counted, formatCount } from "@/lib/contracts/money";
import { pageMetadata } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { change, type Query } from "@/lib/query/query";
import { brandsRequest } from "@/lib/query/requests";
import { listBrands } from "@/lib/store/brands";
import type { Store } from "@/lib/store/open";

const path = "/brands" as Route;

export async function generateMetadata({ searchParams }: PageProps<"/brands">): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, request } = await readPage(brandsRequest, searchParams);
    const { query } = request;
    const { rows } = await listBrands(store, query);
    const named = rows.filter(({ totals }) => totals.actions > 0).length;
    return {
      title: `Brands named in descriptions of ${agencyNames(query)} awards`,
      description: `${formatCount(named)} of ${counted(rows.length, "brand")} are named, by reviewed rules, in descriptions of ${agencyNames(query)} awards to other companies, signed from ${formatDay(store.info.data_from)}, through ${formatDay(store.info.data_through)}.`,
      address: brandsRequest.href(path, request),
    };
  });
}

export default async function Brands({ searchParams }: PageProps<"/brands">) {
  const { store, request, list, problems } = await readPage(brandsRequest, searchParams);
  const { query, sort } = request;
  const isRecorded = query.grouped === "no";
  return (
    <>
      <PageHeader
        title="Brands named in the description of other companies’ awards"
        lede={
          <>
            An agency often obligates money to a reseller, and only the description names the brand.{" "}
            <SectionBoundary name="How many brands are named" inline>
              {() => NamedBrandCount({ store, query })}
            </SectionBoundary>{" "}
            A mention is not an award to the brand’s owner, and it does not say how much of the amount is for
            the brand.
          </>
        }
      >
        <ChoiceLine>
          <AgencyChoice path="/brands" query={query} />
          <p>
            {isRecorded ? "Recipients as recorded" : "Recipients grouped by company"} ·{" "}
            <GroupedLink
              query={query}
              address={(other) => brandsRequest.href(path, { ...request, query: change(query, other) })}
            />{" "}
            · <Link href="/method">How we calculate this</Link>
          </p>
        </ChoiceLine>
      </PageHeader>
      <ParameterNotice
        store={store}
        problems={problems}
        without={brandsRequest.href(path, request)}
        list={listLink(list, query)}
      />
      <DataNotes store={store} query={query} />
      <Tabs
        label="Order"
        tabs={[
          { label: "Largest first", href: brandsRequest.href(path, { query }), current: sort === "-net" },
          {
            label: "By name",
            href: brandsRequest.href(path, { query, sort: "name" }),
            current: sort === "name",
          },
        ]}
      />
      <SectionBoundary name="The brands">
        {async () => (
          <BrandsTable
            query={query}
            sort={{
              table: "brands",
              by: sort,
              given: "name",
              href: (by) => brandsRequest.href(path, by === null ? { query } : { query, sort: by }),
              isNamed: false,
            }}
            rows={(await listBrands(store, query)).rows}
            caption="Exact U.S. dollars obligated. An action that names two brands counts under both, so the rows do not add up to a total."
          />
        )}
      </SectionBoundary>
    </>
  );
}

async function NamedBrandCount({ store, query }: { store: Store; query: Query }) {
  const { rows } = await listBrands(store, query);
  const named = rows.filter(({ totals }) => totals.actions > 0).length;
  const { data_from: from, data_through: through } = store.info;
  return `We look for ${counted(rows.length, "brand")}. By their rules, ${formatCount(named)} ${named === 1 ? "is" : "are"} named in contract actions by ${agencyNames(query)} from ${formatDay(from)}, through ${formatDay(through)}.`;
}

import type { Metadata } from "next";
import { KnownProblems } from "@/app/known-problems";
import { BrandsTable } from "@/components/brands/brands-table";
import { Link } from "@/components/ui/link";
import { ParameterNotice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Part } from "@/components/ui/part";
import { Scope, ScopeLine } from "@/components/ui/scope";
import { Tabs } from "@/components/ui/tabs";
import { formatDay, shortDay } from "@/lib/contracts/days";
import { counted, formatCount } from "@/lib/contracts/money";
import { pageMetadata } from "@/lib/http/page-metadata";
import { fromPage } from "@/lib/query/parse";
import { change, href, type Query } from "@/lib/query/query";
import { scopeName } from "@/lib/query/scope";
import { otherSnapshot } from "@/lib/query/touching";
import { type BrandTotals, listBrands } from "@/lib/store/brands";
import { openStore, type Store } from "@/lib/store/open";

import { type BrandSort, brandsHref, readBrandsPage } from "./read";

export async function generateMetadata({ searchParams }: PageProps<"/brands">): Promise<Metadata> {
  const { query, sort } = readBrandsPage(fromPage(await searchParams));
  return pageMetadata(async () => {
    const store = await openStore(query.snapshot);
    const { rows } = await listBrands(store, query);
    const named = rows.filter(({ totals }) => totals.actions > 0).length;
    return {
      title: `Brands named in descriptions of ${scopeName(query)} awards`,
      description: `${counted(named, "brand")} of ${formatCount(rows.length)} are named, as their reviewed rules count, in the description of ${scopeName(query)} awards to other companies, signed from ${formatDay(store.info.data_from)} through ${formatDay(store.info.data_through)}.`,
      address: brandsHref(query, sort),
    };
  });
}

/** Every brand that the rules know, with what the awards of other companies that name it come to. */
export default async function Brands({ searchParams }: PageProps<"/brands">) {
  const { query: named, asked, sort, problems } = readBrandsPage(fromPage(await searchParams));
  const store = await openStore(named.snapshot);
  const query = { ...named, snapshot: store.named };
  const list = href("/contracts", { ...asked, snapshot: store.named });
  const isRecorded = query.grouped === "no";
  return (
    <>
      <PageHeader
        title="Brands named in the description of other companies’ awards"
        lede={
          <>
            An agency often obligates money to a reseller, and only the description names the brand.{" "}
            <Part name="How many brands are named" inline>
              {() => Named({ store, query })}
            </Part>{" "}
            A mention is what the words of a record say: it does not say how much of the amount is for the
            brand, and it is no award to the brand’s owner.
          </>
        }
      >
        <ScopeLine>
          <Scope path="/brands" query={query} />
          <p>
            {isRecorded ? "Recipients are counted as recorded" : "Recipients are counted as companies"} ·{" "}
            <Link
              href={brandsHref(change(query, { grouped: isRecorded ? "yes" : "no" }), sort)}
              scroll={false}
            >
              {isRecorded ? "group by company" : "as recorded"}
            </Link>{" "}
            · <Link href="/data#method">How a figure here is made</Link>
          </p>
        </ScopeLine>
      </PageHeader>
      <ParameterNotice
        store={store}
        problems={[...problems, ...otherSnapshot(named, store.info.id)]}
        without={brandsHref(query, sort)}
        list={list === href("/contracts", query) ? null : list}
      />
      <KnownProblems store={store} query={query} />
      <Tabs
        label="Order"
        tabs={[
          { label: "Largest first", href: brandsHref(query, "-net"), current: sort === "-net" },
          { label: "By name", href: brandsHref(query, "name"), current: sort === "name" },
        ]}
      />
      <Part name="The brands">
        {async () => (
          <BrandsTable
            query={query}
            rows={inOrder((await listBrands(store, query)).rows, sort)}
            caption="U.S. dollars obligated, exact. An action that names two brands counts under each, so the rows have no sum."
          />
        )}
      </Part>
    </>
  );
}

/** How many brands there is a rule for, and how many of them the records name. */
async function Named({ store, query }: { store: Store; query: Query }) {
  const { rows } = await listBrands(store, query);
  const named = rows.filter(({ totals }) => totals.actions > 0).length;
  const { data_from: from, data_through: through } = store.info;
  return `Of ${counted(rows.length, "reviewed rule")}, ${formatCount(named)} count a contract action of ${scopeName(query)}, ${shortDay(from)} – ${shortDay(through)}, as naming their brand.`;
}

/** The store gives brands by name; what no action names comes last where the largest come first. */
function inOrder(rows: BrandTotals[], sort: BrandSort): BrandTotals[] {
  if (sort === "name") return rows;
  return rows.toSorted(
    ({ totals: one }, { totals: other }) =>
      Number(other.actions > 0) - Number(one.actions > 0) || other.net - one.net,
  );
}

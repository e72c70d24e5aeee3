import { DataNotes } from "@/app/data-notes";
import { NotCovered } from "@/components/company/not-covered";
import { DidYouMean } from "@/components/search/did-you-mean";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { counted } from "@/lib/contracts/money";
import { brandPage, companyPage } from "@/lib/query/pages";
import { change, defaults, href } from "@/lib/query/query";
import { likelyNames } from "@/lib/search/nearest";
import { findBrand } from "@/lib/store/brands";
import { totals } from "@/lib/store/contracts";
import { codeNames } from "@/lib/store/facets";
import { openStore } from "@/lib/store/open";

/** A guess of the name behind a slug. */
const nameOf = (slug: string) => slug.replace(/-+/g, " ").trim();

const all = defaults("contracts");

export async function NoSuchCompany({ slug }: { slug: string }) {
  const store = await openStore();
  const { info } = store;
  const name = nameOf(slug);
  const { agency } = codeNames(store);
  const words = change(defaults("actions"), { q: `"${name}"`, agency: Object.keys(agency).toSorted() });
  const { actions, contracts } = await totals(store, words);
  const similar = await likelyNames(store, name, Object.keys(agency), all);
  const brand = await findBrand(store, slug.toLowerCase());
  const owner = brand && {
    name: brand.owner.name,
    href: companyPage(brand.owner.slug, all),
    reason: null,
  };
  const names = [
    ...(owner ? [owner] : []),
    ...similar.filter(({ href: page, fit }) => !owner || (page !== owner.href && fit !== "misspelled")),
  ];
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Companies", href: "/companies" }]}
        title={`No company known as “${name}”`}
      >
        <DidYouMean names={names} />
        <p>
          These records have no award by {Object.values(agency).join(" or ")} to a recipient with exactly that
          name
          {actions > 0 ? (
            <>
              . The words appear in <Link href={href("/contracts", words)}>{counted(actions, "action")}</Link>{" "}
              on {counted(contracts, "contract")}.
            </>
          ) : (
            ", and no action with these words."
          )}
        </p>
      </PageHeader>
      {brand && (
        <p>
          <Link href={brandPage(brand.slug, all)}>{brand.name}</Link> is a brand of {brand.owner.name}.
        </p>
      )}
      <DataNotes store={store} query={words} />
      <NotCovered info={info} name={name} address={href("/contracts", words)} isSummarized={false} />
    </>
  );
}

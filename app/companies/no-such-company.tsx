import { NotCovered } from "@/components/company/not-covered";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { counted } from "@/lib/contracts/money";
import { brandPage, companyPage } from "@/lib/query/pages";
import { change, defaults, href } from "@/lib/query/query";
import { findBrand } from "@/lib/store/brands";
import { totals } from "@/lib/store/contracts";
import { codeNames } from "@/lib/store/facets";
import { companiesNamed } from "@/lib/store/names";
import { openStore } from "@/lib/store/open";

/** A guess of the name behind a slug. */
const nameOf = (slug: string) => slug.replace(/-+/g, " ").trim();

const all = defaults("contracts");

const maxSimilar = 10;

export async function NoSuchCompany({ slug }: { slug: string }) {
  const store = await openStore();
  const { info } = store;
  const name = nameOf(slug);
  const { agency } = codeNames(store);
  const words = change(defaults("actions"), { q: `"${name}"`, agency: Object.keys(agency).toSorted() });
  const { actions, contracts } = await totals(store, words);
  const similar = (await companiesNamed(store, name)).slice(0, maxSimilar);
  const brand = await findBrand(store, slug.toLowerCase());
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Companies", href: "/companies" }]}
        title={`No company known as “${name}”`}
        lede={
          <>
            These records have no award by {Object.values(agency).join(" or ")} to a recipient with exactly
            that name. The words appear in{" "}
            <Link href={href("/contracts", words)}>{counted(actions, "action")}</Link> on{" "}
            {counted(contracts, "contract")}.
          </>
        }
      />
      {(brand || similar.length > 0) && (
        <Section title="Companies with a similar name, or also known by this name">
          <ul>
            {brand && (
              <li>
                <Link href={companyPage(brand.owner.slug, all)}>{brand.owner.name}</Link>:{" "}
                <Link href={brandPage(brand.slug, all)}>{brand.name}</Link> is its brand
              </li>
            )}
            {similar
              .filter((company) => company.slug !== brand?.owner.slug)
              .map((company) => (
                <li key={company.slug}>
                  <Link href={companyPage(company.slug, all)}>{company.name}</Link>
                  {company.through && `: recorded as ${company.through}`}
                  {company.reason && `: ${company.reason}`}
                </li>
              ))}
          </ul>
        </Section>
      )}
      <NotCovered info={info} name={name} address={href("/contracts", words)} isSummarized={false} />
    </>
  );
}

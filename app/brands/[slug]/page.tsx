import { cache } from "react";
import { type LoadedNamed, loadNamed, NamedPage, NamingSentence, namedMetadata } from "@/app/named-page";
import { ExcludedActions } from "@/components/brands/excluded-actions";
import { RuleFacts, WrongMatch } from "@/components/brands/rule-facts";
import { Section } from "@/components/ui/section";
import type { Brand, BrandRule } from "@/lib/contracts/brands";
import { agencyNames } from "@/lib/query/agency-names";
import { companyPage } from "@/lib/query/pages";
import { excludedActions, findBrand } from "@/lib/store/brands";
import { totals } from "@/lib/store/contracts";

type BrandPageProps = PageProps<"/brands/[slug]">;

const findBrandOnce = cache(findBrand);
const loadBrand = (props: BrandPageProps) => loadNamed("brand", findBrandOnce, props);

export const generateMetadata = (props: BrandPageProps) =>
  namedMetadata(loadBrand(props), ({ subject: { name, owner }, query }) => ({
    title: `${name}, named in the description of ${agencyNames(query)} awards to other companies`,
    what: ` to companies other than ${owner.name} on awards whose descriptions name ${name}, by our rule,`,
  }));

export default async function BrandPage(props: BrandPageProps) {
  const loaded = await loadBrand(props);
  const { store, subject: brand, query } = loaded;
  const { name, owner } = brand;
  const counts = `that the rule for ${name} counts`;
  return (
    <NamedPage
      loaded={loaded}
      title={`${name}, named in the description of other companies’ awards`}
      lede={() => BrandLede(loaded)}
      words={{
        figure: "that the rule counts",
        chart: counts,
        contract: counts,
        cited: `whose descriptions name ${name} by the rule at this address, with companies other than ${owner.name}`,
      }}
      caption="not name the brand"
      none={{
        title: async () =>
          (await excludedActions(store, query)).totals.actions > 0
            ? `By its rule, no action by ${agencyNames(query)} names ${name}`
            : null,
        caveat: `, without awards to ${owner.name} itself.`,
      }}
    >
      <Section
        id="rule"
        title="The rule"
        subtitle="What counts as a mention. The rule is a row of data/brands.csv, and its examples run as tests."
      >
        <RuleFacts brand={brand} ownerHref={companyPage(owner.slug, query)} />
      </Section>
      <Section
        id="wrong-match"
        title="Report a wrong match"
        subtitle="Copy this text, add the award and what the words mean there, and send it to the people who run this site or to the project."
      >
        <WrongMatch brand={brand} snapshot={store.info.id} />
      </Section>
    </NamedPage>
  );
}

async function BrandLede(loaded: LoadedNamed<Brand & { rule: BrandRule }>) {
  const { store, query, subject } = loaded;
  const { name, owner, rule } = subject;
  const [{ actions }, excluded] = await Promise.all([totals(store, query), excludedActions(store, query)]);
  return (
    <>
      <NamingSentence
        loaded={loaded}
        actions={actions}
        name={owner.name === name ? name : `${name}, a brand of ${owner.name}`}
        isByRule={excluded.totals.actions > 0}
      />
      .
      <ExcludedActions excluded={excluded} words={matchedWords(rule)} rule="the rule leaves" /> We do not
      count awards to {owner.name} itself. A mention is not an award to {owner.name}, and it does not say how
      much of the amount is for the brand.
    </>
  );
}

/** What the rule looks for: the word itself if it is only one. */
function matchedWords({ pattern: [first = "", ...others] }: BrandRule): string {
  const isWord = others.length === 0 && /^[^ *]+$/.test(first);
  return isWord ? `the word “${first}”` : "words that the rule looks for";
}

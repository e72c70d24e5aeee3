import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { CompanyName } from "@/lib/contracts/companies";
import { formatCount } from "@/lib/contracts/money";
import { brandPage, companyPage, placePage } from "@/lib/query/pages";
import styles from "./named-in-descriptions.module.css";

/** The beginning of sentences about mentions. */
export const mentionRule = "A mention is not a sale";

const kinds = {
  brands: {
    title: "Brands named in the descriptions",
    subtitle: `${mentionRule}: an action’s description names the brand, and the recipient is not in its owner’s group.`,
    page: brandPage,
  },
  places: {
    title: "Detention facilities named in the descriptions",
    subtitle: "A mention does not say how much of the amount is for the facility.",
    page: placePage,
  },
};

interface NamedInDescriptionsProps {
  kind: keyof typeof kinds;
  /** How many actions name each; a brand with its owner. */
  named: { slug: string; name: string; owner?: CompanyName; actions: number }[];
  contract: { agency: string; actions: number };
  snapshot: string | null;
}

/** What descriptions of a contract's actions name. Renders nothing if they name nothing of the kind. */
export function NamedInDescriptions({ kind, named, contract, snapshot }: NamedInDescriptionsProps) {
  if (named.length === 0) return null;
  const { title, subtitle, page } = kinds[kind];
  const scope = { agency: [contract.agency], grouped: "yes" as const, snapshot };
  return (
    <Section id={kind} title={title} subtitle={subtitle}>
      <ul className={styles.named}>
        {named.map(({ slug, name, owner, actions }) => (
          <li key={slug}>
            <Link href={page(slug, scope)}>{name}</Link>
            {owner && (
              <>
                {" "}
                (a brand of <Link href={companyPage(owner.slug, scope)}>{owner.name}</Link>)
              </>
            )}
            , named in the description of {formatCount(actions)} of these {formatCount(contract.actions)}{" "}
            actions
          </li>
        ))}
      </ul>
    </Section>
  );
}

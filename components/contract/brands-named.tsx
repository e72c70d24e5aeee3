import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { formatCount } from "@/lib/contracts/money";
import { brandPage, companyPage } from "@/lib/query/pages";
import styles from "./brands-named.module.css";

/** The beginning of sentences about mentions. */
export const mentionRule = "A mention is not a sale";

interface BrandsNamedProps {
  brands: { slug: string; name: string; owner: { slug: string; name: string }; actions: number }[];
  /** The number of the contract's actions in these records. */
  actions: number;
  agency: string;
  snapshot: string | null;
}

/** The brands, with their owners, that descriptions of a contract's actions name. Renders nothing if there are none. */
export function BrandsNamed({ brands, actions, agency, snapshot }: BrandsNamedProps) {
  if (brands.length === 0) return null;
  return (
    <Section
      id="brands"
      title="Brands named in the descriptions"
      subtitle={`${mentionRule}: an action’s description names the brand, and the recipient is not in its owner’s group.`}
    >
      <ul className={styles.brands}>
        {brands.map(({ slug, name, owner, actions: matching }) => (
          <li key={slug}>
            <Link href={brandPage(slug, { agency: [agency], grouped: "yes", snapshot })}>{name}</Link> (a
            brand of <Link href={companyPage(owner.slug, { agency: [agency], snapshot })}>{owner.name}</Link>
            ), named in the description of {formatCount(matching)} of these {formatCount(actions)} actions
          </li>
        ))}
      </ul>
    </Section>
  );
}

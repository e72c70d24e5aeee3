import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { formatCount } from "@/lib/contracts/money";
import { placePage } from "@/lib/query/pages";
import styles from "./brands-named.module.css";

interface PlacesNamedProps {
  places: { slug: string; name: string; actions: number }[];
  /** The number of the contract's actions in these records. */
  actions: number;
  agency: string;
  snapshot: string | null;
}

/** The detention facilities that descriptions of a contract's actions name. Renders nothing if there are none. */
export function PlacesNamed({ places, actions, agency, snapshot }: PlacesNamedProps) {
  if (places.length === 0) return null;
  return (
    <Section
      id="places"
      title="Detention facilities named in the descriptions"
      subtitle="A mention does not say how much of the amount is for the facility."
    >
      <ul className={styles.brands}>
        {places.map(({ slug, name, actions: matching }) => (
          <li key={slug}>
            <Link href={placePage(slug, { agency: [agency], grouped: "yes", snapshot })}>{name}</Link>, named
            in the description of {formatCount(matching)} of these {formatCount(actions)} actions
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { Facts } from "@/components/figures/facts";
import { Section } from "@/components/ui/section";
import { glossary, termNames } from "@/lib/contracts/glossary";

import styles from "./glossary.module.css";

/** The first question of a reader. */
export function ObligatedSection() {
  const { meaning, example } = glossary.obligated;
  return (
    <Section id="what" title="What does “obligated” mean?">
      <p className={styles.answer}>{meaning}</p>
      <p>
        {example} The records here do not say how much of it has been disbursed, or when. An action can also
        take money back; figures are net of that unless they say otherwise.
      </p>
    </Section>
  );
}

/** The terms with their anchors. */
export function Glossary() {
  return (
    <Section
      id="glossary"
      title="Glossary"
      subtitle="The dotted words on the other pages open these entries."
    >
      <Facts
        facts={termNames.map((name) => {
          const { term, meaning, example } = glossary[name];
          return { id: name, label: term, value: meaning, note: `Example: ${example}` };
        })}
      />
    </Section>
  );
}

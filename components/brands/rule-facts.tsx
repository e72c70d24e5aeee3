import type { Route } from "next";
import type { ReactNode } from "react";
import { Facts } from "@/components/figures/facts";
import { CopyableText } from "@/components/ui/copyable-text";
import { Joined } from "@/components/ui/joined";
import { Link } from "@/components/ui/link";
import type { Brand, BrandRule } from "@/lib/contracts/brands";
import { formatDay } from "@/lib/contracts/days";
import styles from "./rule-facts.module.css";

/** A phrase of a rule in plain English, in quotation marks that are copied with it. A `*` at its end allows more letters. */
function PhraseText({ text }: { text: string }) {
  return text.endsWith("*") ? <>“{text.slice(0, -1)}” with any ending</> : <>“{text}”</>;
}

/** Phrases of a rule as a list in a sentence. */
export const Phrases = ({ list }: { list: string[] }) => (
  <Joined last=" or " parts={list.map((text) => <PhraseText key={text} text={text} />)} />
);

/** Recorded descriptions as examples of a rule. */
export function Examples({ list }: { list: string[] }): ReactNode {
  return (
    <ul className={styles.examples}>
      {list.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

interface RuleFactsProps {
  brand: Brand & { rule: BrandRule };
  ownerHref: Route;
}

export function RuleFacts({ brand: { name, owner, rule }, ownerHref }: RuleFactsProps) {
  return (
    <Facts
      facts={[
        {
          label: "A description names it with",
          value: <Phrases list={rule.pattern} />,
          note: "Upper or lower case, never inside a longer word. A space also matches hyphens and slashes.",
        },
        rule.context.length > 0 && {
          label: "Only where it also has",
          value: <Phrases list={rule.context} />,
          note: "Anywhere in the same description.",
        },
        rule.exclude.length > 0 && { label: "Not as part of", value: <Phrases list={rule.exclude} /> },
        {
          label: "Left out",
          value: (
            <>
              Awards to <Link href={ownerHref}>{owner.name}</Link> and its group
            </>
          ),
          note: `${owner.name} owned the brand on the day of review.`,
        },
        rule.note !== "" && { label: "Note", value: rule.note },
        rule.true.length > 0 && { label: `Names ${name}`, value: <Examples list={rule.true} /> },
        rule.false.length > 0 && { label: `Does not name ${name}`, value: <Examples list={rule.false} /> },
        { label: "Reviewed on", value: formatDay(rule.reviewed) },
      ]}
    />
  );
}

interface WrongMatchProps {
  brand: Brand & { rule: BrandRule };
  snapshot: string;
}

/** A template to report a wrong match: it has the rule and the snapshot, and the user adds the match. */
export function WrongMatch({ brand, snapshot }: WrongMatchProps) {
  return <CopyableText label="Report of a wrong match" text={reportText(brand, snapshot)} />;
}

function reportText({ name, owner, rule }: Brand & { rule: BrandRule }, snapshot: string): string {
  const parts = (label: string, list: string[]) => (list.length > 0 ? [`${label}: ${list.join(" | ")}`] : []);
  return [
    `Wrong match of a brand: ${name} (owner ${owner.name}, data/brands.csv: ${rule.slug})`,
    ...parts("Pattern", rule.pattern),
    ...parts("Context", rule.context),
    ...parts("Exclude", rule.exclude),
    `Snapshot: ${snapshot}`,
    "Award ID (PIID) and modification: ",
    "Description as recorded: ",
    "What it means instead: ",
  ].join("\n");
}

import type { Route } from "next";
import { Fragment, type ReactNode } from "react";
import { Link } from "@/components/ui/link";

interface JoinedProps {
  parts: ReactNode[];
  /** The text between two parts, and between the last two. */
  by?: string;
  last?: string;
}

/** Parts of a sentence with text between them. */
export const Joined = ({ parts, by = ", ", last = by }: JoinedProps) =>
  parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their position
    <Fragment key={index}>
      {index > 0 && (index === parts.length - 1 ? last : by)}
      {part}
    </Fragment>
  ));

interface InlineChoiceProps {
  choices: { label: string; href: Route; isChosen: boolean; name?: string }[];
}

/** A choice in a line of text: the chosen one is bold, the others are links, called by `name` where it says more. */
export const InlineChoice = ({ choices }: InlineChoiceProps) => (
  <Joined
    by=" · "
    parts={choices.map(({ label, href, isChosen, name }) =>
      isChosen ? (
        <strong key={label}>{label}</strong>
      ) : (
        <Link key={label} href={href} scroll={false} aria-label={name}>
          {label}
        </Link>
      ),
    )}
  />
);

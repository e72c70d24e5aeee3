import type { Route } from "next";
import type { ReactNode } from "react";
import { KeyFigures } from "@/components/ui/key-figures";
import { Link } from "@/components/ui/link";
import { RecordedText } from "@/components/ui/recorded-text";
import { Section } from "@/components/ui/section";
import type { Brief, BriefPiece } from "@/lib/findings/brief";
import styles from "./brief-article.module.css";

interface BriefArticleProps {
  brief: Brief;
  /** What is above the brief, and below it. */
  header: ReactNode;
  children: ReactNode;
}

/** A brief as a page that prints on one sheet. */
export function BriefArticle({ brief: { lede, figures, sections }, header, children }: BriefArticleProps) {
  return (
    <article className={styles.brief}>
      {header}
      <p className={styles.lede}>
        <Pieces pieces={lede} />
      </p>
      <KeyFigures
        figures={figures.map(({ label, value, href, note }) => ({
          label,
          value: href ? <Reference href={href}>{value}</Reference> : value,
          note,
        }))}
      />
      {sections.map(({ title, lines }) => (
        <Section key={title} title={title}>
          <ul className={styles.lines}>
            {lines.map((pieces, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their position
              <li key={index}>
                <Pieces pieces={pieces} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {children}
    </article>
  );
}

const Pieces = ({ pieces }: { pieces: BriefPiece[] }) =>
  pieces.map((piece, index) => {
    if (typeof piece === "string") return piece;
    return "quote" in piece ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their position
      <q key={index}>
        <RecordedText text={piece.quote} />
      </q>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their position
      <Reference key={index} href={piece.href}>
        {piece.text}
      </Reference>
    );
  });

/** A link to a page, or to a file or another site. */
const Reference = ({ href, children }: { href: string; children: ReactNode }) =>
  href.startsWith("/") && !/^[^?]*\.\w+(\?|$)/.test(href) ? (
    <Link href={href as Route}>{children}</Link>
  ) : (
    <a href={href}>{children}</a>
  );

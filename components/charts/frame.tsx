import type { ReactNode } from "react";
import type { ChartLinks } from "@/components/charts/links";
import { sourceText } from "@/components/charts/words";
import { CopyLink } from "@/components/ui/copy-text";
import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/contracts/days";
import { type PictureShape, pictureShapes } from "@/lib/contracts/pictures";
import { unbroken } from "@/lib/contracts/text";

import styles from "./frame.module.css";
import palette from "./palette.module.css";

interface ChartFrameProps {
  /** What it shows, where it is named: "Obligations by month". */
  name: string;
  /** What is to be seen in it. */
  title: string;
  subtitle: ReactNode;
  /** The level of its heading; 3 inside a section with a heading of its own. */
  level?: 2 | 3;
  children: ReactNode;
  /** Its numbers as a table, and whether that is open at first; or the anchor of a table elsewhere on the page. */
  numbers: ReactNode;
  open?: boolean;
  links: ChartLinks;
  through: Day;
}

/** What every chart has around it: finding, measure and window above; source, links and numbers below. */
export function ChartFrame({
  name,
  title,
  subtitle,
  level = 2,
  children,
  numbers,
  open = false,
  links,
  through,
}: ChartFrameProps) {
  const Heading = `h${level}` as const;
  const [, anchor] = links.chart.split("#");
  return (
    <figure className={`${styles.frame} ${palette.palette}`} id={anchor} aria-label={name}>
      <figcaption>
        <Heading>{unbroken(title)}</Heading>
        <p className={styles.subtitle}>{subtitle}</p>
      </figcaption>
      {children}
      <div className={styles.foot}>
        <p className={styles.source}>
          {sourceText(through)}. Excludes subcontracts; <Link href="/method#left-out">what is left out</Link>
        </p>
        <a href={links.csv}>Numbers as CSV</a>
        {links.picture && (
          <>
            <a href={links.picture}>Picture (PNG)</a>
            <PictureSizes picture={links.picture} />
          </>
        )}
        {links.records && <Link href={links.records}>Records</Link>}
        {links.all && <Link href={links.all.href}>{links.all.label}</Link>}
        <span className={styles.address}>
          <Link href={links.chart}>Link to this chart</Link>
          <CopyLink path={links.chart} className={styles.copy} />
        </span>
        {typeof numbers === "string" ? (
          <a href={numbers}>Numbers as a table</a>
        ) : (
          <details className={styles.numbers} open={open}>
            <summary>Numbers as a table</summary>
            {numbers}
          </details>
        )}
      </div>
    </figure>
  );
}

/** What each shape is for, in the order offered. */
const shapeNames: [PictureShape, string][] = [
  ["wide", "Wide"],
  ["square", "Square"],
  ["tall", "Tall"],
];

/** The picture in shapes for articles and posts, light and dark. */
function PictureSizes({ picture }: { picture: string }) {
  const more = picture.includes("?") ? "&" : "?";
  return (
    <details className={styles.sizes}>
      <summary>Other sizes, SVG</summary>
      <div>
        {shapeNames.map(([shape, name]) => {
          const { width, height } = pictureShapes[shape];
          const file = `${picture}${more}shape=${shape}`;
          return (
            <p key={shape}>
              {name}, {width} × {height}:{" "}
              <a href={file} aria-label={`${name} picture, light`}>
                light
              </a>{" "}
              ·{" "}
              <a href={`${file}&theme=dark`} aria-label={`${name} picture, dark`}>
                dark
              </a>
            </p>
          );
        })}
        <p>
          To edit, with text as text: <a href={picture.replace(/\.png(?=\?|$)/, ".svg")}>SVG</a>
        </p>
      </div>
    </details>
  );
}

import type { Route } from "next";
import type { ReactNode } from "react";
import { Relaxations } from "@/components/filters/relaxations";
import { ColumnMenu } from "@/components/table/column-menu";
import { Chip, Chips } from "@/components/ui/chip";
import { roles } from "@/components/ui/colors";
import { CopyText } from "@/components/ui/copy-text";
import { DataTable } from "@/components/ui/data-table";
import { KeyFigures } from "@/components/ui/key-figures";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { Cents } from "@/lib/contracts/money";
import { defaults } from "@/lib/query/query";

import styles from "./specimen.module.css";

const sizes = [
  { name: "title", use: "The title of a page" },
  { name: "figure", use: "A key figure" },
  { name: "xl", use: "The title of a part" },
  { name: "l", use: "The sentence under a title; the title of a small part" },
  { name: "m", use: "Text" },
  { name: "s", use: "Tables, controls, notes" },
  { name: "xs", use: "The head of a table, the foot of a chart" },
] as const;

const spaces = ["1", "2", "3", "4", "5", "6", "7"];
const path = "/method/style";

interface SpecimenProps {
  theme: "light" | "dark";
  /** Example amounts: an obligation and a de-obligation. */
  added: Cents;
  takenBack: Cents;
  /** Examples: a company's contract count, and the address of a row with its panel open. */
  withoutAmount: number;
  panel: Route;
  children: ReactNode;
}

export function Specimen({ theme, added, takenBack, withoutAmount, panel, children }: SpecimenProps) {
  const query = defaults("contracts");
  return (
    <div className={styles.ground} data-theme={theme}>
      <h2>{theme === "light" ? "Light" : "Dark"}</h2>

      <Example title="Colors are roles">
        <ul className={styles.colors}>
          {roles.map(({ name, use, on }) => (
            <li key={name}>
              <svg aria-hidden="true">
                <rect width="100%" height="100%" fill={`var(--${name})`} />
              </svg>
              <span>
                <code>--{name}</code> {use}
                {Object.entries(on).length > 0 && (
                  <small className="below">
                    at least{" "}
                    {Object.entries(on)
                      .map(([ground, least]) => `${least} : 1 on ${ground}`)
                      .join(", ")}
                  </small>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Example>

      <Example title="Type">
        <ul className={styles.sizes}>
          {sizes.map(({ name, use }) => (
            <li key={name} className={styles[name]}>
              {use} <code>--text-{name}</code>
            </li>
          ))}
        </ul>
        <p>
          Titles are Source Serif 4, semibold; everything else is Inter, whose figures are of one width:{" "}
          <Money cents={added} exact /> is shown above <Money cents={takenBack} exact />.
        </p>
      </Example>

      <Example title="Spacing">
        <ul className={styles.spaces}>
          {spaces.map((space) => (
            <li key={space}>
              <svg aria-hidden="true" className={styles[`space${space}`]}>
                <rect width="100%" height="100%" fill="var(--accent)" />
              </svg>
              <code>--space-{space}</code>
            </li>
          ))}
        </ul>
      </Example>

      <Example title="Figures">
        <KeyFigures
          figures={[
            {
              label: "Added",
              value: <Money cents={added} />,
              note: "the unit is spelled; the title is exact",
            },
            {
              label: "Taken back",
              value: <Money cents={takenBack} />,
              note: "its sign, its word, its color",
            },
            { label: "Current value", value: <span className="soft">Not reported</span>, note: "never 0" },
          ]}
        />
      </Example>

      <Example title="Table">
        <DataTable
          hasCards={false}
          caption="Figures align right, text aligns left."
          columns={[
            { header: "Signed", isRowHeader: true, value: ({ day }) => day },
            { header: "What", value: ({ what }) => what },
            {
              header: "Obligated",
              kind: "money",
              sort: { ascending: path, sorted: "descending" },
              value: ({ cents }) => cents,
            },
          ]}
          rows={[
            { day: "2025-09-30", what: "money added", cents: added },
            { day: "2025-10-01", what: "taken back", cents: takenBack },
          ]}
          rowKey={({ day }) => day}
        />
      </Example>

      <Example title="Chips, tabs and the agencies">
        <Chips label={`Chips, ${theme}`}>
          <Chip href={path} text="Company: Palantir" removes />
          <Chip href={path} text="$1–10M" />
          <Chip href={path} text="> $100M" current />
        </Chips>
        <ChoiceLine>
          <AgencyChoice path={path} query={query} address={() => path} label={`Agency, ${theme}`} />
          <p>What is chosen is filled and marked for screen readers.</p>
        </ChoiceLine>
        <Tabs
          label={`Tabs, ${theme}`}
          tabs={[
            { label: "Table", href: path, current: true },
            { label: "By company", href: path, current: false },
          ]}
        />
      </Example>

      <Example title="Buttons and fields">
        <div className={styles.row}>
          <button type="button" className="primary">
            The main action
          </button>
          <button type="button">Another</button>
          <CopyText label="Copy" text={path} />
          <label>
            <span className="visually-hidden">An amount</span>
            <input type="text" placeholder="1.5M" />
          </label>
          <label>
            <input type="checkbox" defaultChecked /> chosen
          </label>
        </div>
      </Example>

      <Example title="Notices">
        <Notice title={`A notice, ${theme}, says what a reader must know before reading on`}>
          <p>One sentence on what, where and what to do.</p>
        </Notice>
      </Example>

      <Example title="Nothing fits">
        <Relaxations
          relaxations={[
            { words: "without the amount filter", href: "/contracts?company=palantir", count: withoutAmount },
          ]}
          needsSeveral={false}
          noun="contract"
        />
      </Example>

      <Example title="Menus, panels and sheets">
        <div className={styles.row}>
          <ColumnMenu summary="Columns">
            <p>Closes on Escape, on a click outside it and on a choice.</p>
          </ColumnMenu>
          <Link href={panel}>The panel of a row</Link>
          <span>The filters are a sheet on a phone.</span>
        </div>
      </Example>

      <Example title="Charts">{children}</Example>
    </div>
  );
}

const Example = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className={styles.part}>
    <h3>{title}</h3>
    {children}
  </div>
);

import type { Route } from "next";
import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import type { Hit, HitGroup, HitKind } from "@/lib/contracts/hits";
import { counted, formatCount } from "@/lib/contracts/money";
import { capitalised } from "@/lib/contracts/text";
import { agencyName } from "@/lib/query/scope";

import styles from "./hit-groups.module.css";

interface KindWords {
  title: string;
  one: string;
  many: string;
  /** Where it was looked, as far as the title does not say. */
  subtitle?: string;
}

/** What each kind of hit is called. */
const kinds: Record<HitKind, KindWords> = {
  company: {
    title: "Companies",
    one: "company",
    many: "companies",
    subtitle: "By their name, or that of a recipient that is grouped under them.",
  },
  recipient: {
    title: "Recipients as recorded",
    one: "recipient",
    many: "recipients",
    subtitle: "Names that differ from their company’s.",
  },
  brand: {
    title: "Brands named in descriptions",
    one: "brand",
    many: "brands",
    subtitle:
      "Figures are of the actions of others that the brand’s rule counts as naming it; a mention is not an award.",
  },
  contract: { title: "Contracts", one: "contract", many: "contracts", subtitle: "By their number (PIID)." },
  vehicle: {
    title: "Vehicles",
    one: "vehicle",
    many: "vehicles",
    subtitle: "Parent agreements by their number; figures are of the orders under them.",
  },
  agency: { title: "Agencies", one: "agency", many: "agencies" },
  office: { title: "Offices", one: "office", many: "offices" },
  words: {
    title: "Words in the text of the records",
    one: "words",
    many: "words",
    subtitle:
      "All of them, each in the description, recipient, PIID, product or service, or industry of an action.",
  },
};

/** How many hits of a kind: `2 companies`. */
export const hitsCounted = ({ kind, total }: HitGroup): string =>
  counted(total, kinds[kind].one, kinds[kind].many);

interface HitGroupsProps {
  groups: HitGroup[];
  /** The agencies that stand as columns, by their codes. */
  agencies: string[];
}

/** What was found, by kind, each with its figures of each agency and a door to the records behind them. */
export function HitGroups({ groups, agencies }: HitGroupsProps) {
  return groups.map((group) => {
    const { kind, total, hits, all } = group;
    const { title, one, many, subtitle } = kinds[kind];
    return (
      <Section key={kind} id={kind} title={title} subtitle={subtitle}>
        <TableRegion label={`${title}, as a table`}>
          <table className={`${stack.stack} ${styles.table}`}>
            <caption className="visually-hidden">{title} found</caption>
            <thead>
              <tr>
                <th scope="col">{capitalised(one)}</th>
                {agencies.map((agency) => (
                  <th key={agency} scope="col" className="num">
                    {agencyName(agency)}, obligated (net)
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {hits.map((hit) => (
                <HitRow key={hit.href} kind={kind} hit={hit} agencies={agencies} />
              ))}
            </tbody>
          </table>
        </TableRegion>
        {total > hits.length && (
          <p className={styles.more}>
            {formatCount(total - hits.length)} more.{" "}
            {all ? <Link href={all as Route}>All {many} that fit</Link> : "Type more of it to see fewer."}
          </p>
        )}
      </Section>
    );
  });
}

interface HitRowProps {
  kind: HitKind;
  hit: Hit;
  agencies: string[];
}

function HitRow({ kind, hit: { label, href, detail, agencies: found }, agencies }: HitRowProps) {
  return (
    <tr>
      <th scope="row">
        <Link href={href as Route} className={styles.label}>
          {label}
        </Link>
        {detail && <small className={styles.detail}>{detail}</small>}
      </th>
      {found.length === 0 ? (
        <td className="soft" colSpan={agencies.length}>
          {kind === "brand" ? "Its rule counts no action in these records" : "No award in these records"}
        </td>
      ) : (
        agencies.map((agency) => {
          const own = found.find((figures) => figures.agency === agency);
          return (
            <td key={agency} className="num" data-label={`${agencyName(agency)}, obligated (net)`}>
              {own ? (
                <>
                  <Link href={own.href as Route} className={styles.figure}>
                    <Money cents={own.totals.net} />
                  </Link>{" "}
                  <small className="soft">
                    {kind === "contract"
                      ? counted(own.totals.actions, "action")
                      : counted(own.totals.contracts, "contract")}
                  </small>
                </>
              ) : (
                <span className="soft">no award</span>
              )}
            </td>
          );
        })
      )}
    </tr>
  );
}

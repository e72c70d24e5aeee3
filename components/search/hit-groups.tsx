import type { Route } from "next";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { counted, formatCount } from "@/lib/contracts/money";
import type { AgencyFigures, Hit, HitGroup, HitKind } from "@/lib/contracts/search-results";
import { capitalize } from "@/lib/contracts/text";
import { agencyName } from "@/lib/query/agency-names";
import type { TableSort } from "@/lib/query/table-sort";

import styles from "./hit-groups.module.css";

interface HitKindLabels {
  one: string;
  many: string;
  /** The title, if it is not the plural. */
  title?: string;
  /** The searched fields, if the title does not name them. */
  subtitle?: string;
}

const kinds: Record<HitKind, HitKindLabels> = {
  company: {
    one: "company",
    many: "companies",
    subtitle: "By name, or by the name of a recipient in their group.",
  },
  recipient: {
    one: "recipient",
    many: "recipients",
    title: "Recipients as recorded",
    subtitle: "Names that differ from their company’s.",
  },
  brand: {
    one: "brand",
    many: "brands",
    title: "Brands named in descriptions",
    subtitle:
      "Figures cover other companies’ actions that name the brand, by its rule. A mention is not an award.",
  },
  place: {
    one: "place",
    many: "places",
    title: "Detention facilities named in descriptions",
    subtitle: "Figures cover the actions that name the facility. One action can name several.",
  },
  contract: { one: "contract", many: "contracts", subtitle: "By number (PIID)." },
  vehicle: {
    one: "vehicle",
    many: "vehicles",
    subtitle: "Parent agreements by number. Figures cover the orders under them.",
  },
  agency: { one: "agency", many: "agencies" },
  office: { one: "office", many: "offices" },
  words: {
    one: "words",
    many: "words",
    title: "Words in the records",
    subtitle:
      "Actions that have all of the words in their description, recipient, PIID, product or service, or industry.",
  },
};

/** The count of a kind, such as `2 companies`. */
export const countHits = ({ kind, total }: HitGroup): string =>
  counted(total, kinds[kind].one, kinds[kind].many);

interface HitGroupsProps {
  groups: HitGroup[];
  agencies: string[];
  sortOf: (kind: HitKind) => TableSort;
}

export function HitGroups({ groups, agencies, sortOf }: HitGroupsProps) {
  return groups.map((group) => {
    const { kind, total, hits, all } = group;
    const { one, many, title = capitalize(many), subtitle } = kinds[kind];
    return (
      <Section key={kind} id={kind} title={title} subtitle={subtitle}>
        <DataTable
          label={`${title}, as a table`}
          caption={`${title} found`}
          isCaptionHidden
          className={styles.table}
          columns={[
            {
              header: capitalize(one),
              id: "name",
              isRowHeader: true,
              value: ({ label }) => label,
              cell: ({ href, label, detail }) => (
                <>
                  <Link href={href as Route} className={styles.label}>
                    {label}
                  </Link>
                  {detail && <small className="below">{detail}</small>}
                </>
              ),
            },
            ...agencies.map(
              (agency): DataColumn<Hit> => ({
                header: `${agencyName(agency)}, obligated (net)`,
                id: `net_${agency.toLowerCase()}`,
                kind: "money",
                value: ({ agencies: found }) => ofAgency(found, agency)?.totals.net ?? null,
                cell: ({ agencies: found }) => <AgencyFigure kind={kind} own={ofAgency(found, agency)} />,
              }),
            ),
          ]}
          rows={hits}
          rowKey={({ href }) => href}
          sort={total > hits.length ? undefined : sortOf(kind)}
          onlyCell={(hit) => {
            if (hit.agencies.length > 0) return null;
            return kind === "brand" || kind === "place"
              ? "By its rule, no action in these records names it"
              : "No award in these records";
          }}
        />
        {total > hits.length && (
          <p className={styles.more}>
            {formatCount(total - hits.length)} more.{" "}
            {all ? <Link href={all as Route}>All {many} that fit</Link> : "Type more to see fewer."}
          </p>
        )}
      </Section>
    );
  });
}

const ofAgency = (found: AgencyFigures[], code: string) => found.find(({ agency }) => agency === code);

interface AgencyFigureProps {
  kind: HitKind;
  /** The hit's figures for the agency, if any. */
  own: AgencyFigures | undefined;
}

function AgencyFigure({ kind, own }: AgencyFigureProps) {
  if (!own) return <span className="soft">no award</span>;
  const { href, totals } = own;
  return (
    <>
      <Link href={href as Route} className={styles.figure}>
        <Money cents={totals.net} />
      </Link>{" "}
      <small className="soft">
        {kind === "contract" ? counted(totals.actions, "action") : counted(totals.contracts, "contract")}
      </small>
    </>
  );
}

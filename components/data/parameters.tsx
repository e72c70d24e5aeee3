import { TableRegion } from "@/components/figures/table-region";
import { Section } from "@/components/ui/section";
import { type ParameterName, parameterNames } from "@/lib/query/query";

import styles from "./tables.module.css";

const meanings: Record<ParameterName, string> = {
  view: "contracts (the default) or actions: what a row is, in lists, groups and exports.",
  q: 'Words that must all occur in description, recipient, PIID, product or service, or industry; "two words" is one term, -term excludes. At most 500 characters.',
  company: "Slug of a company, its subsidiaries included. Repeats.",
  recipient: "Name of a recipient as recorded, whole. Repeats.",
  grouped:
    "no counts recipients as recorded, and leaves a company’s subsidiaries out; owned leaves out what was signed before a company owned the recipient, as far as the day is known.",
  agency: "Code of the awarding agency; without it 7012 (ICE). Repeats.",
  office: "Code of the awarding office. Repeats.",
  fy: "Fiscal year, such as 2025. Repeats.",
  from: "First day of signature, YYYY-MM-DD.",
  to: "Last day of signature, YYYY-MM-DD.",
  min: "Smallest amount in dollars, negatives allowed: 1.5m, 250k, 2bn.",
  max: "Largest amount in dollars.",
  amount:
    "What min and max bound: period (the contract’s selected actions), action (each action), in_records, current or potential.",
  sign: "pos, neg or zero: actions that add money, take it back, or move none. Repeats.",
  category: "Slug of a category. Repeats.",
  psc: "Recorded product or service, whole. Repeats.",
  naics: "Recorded industry, whole. Repeats.",
  type: "Award type A, B, C or D, where the records give it. Repeats.",
  competition: "Code of the extent competed, or unreported, where the records give it. Repeats.",
  place:
    "Place of performance: the code of a state, outside the United States of the country, or unreported, where the records give it. Repeats.",
  vehicle: "PIID of the ordering vehicle, none or unreported. Repeats.",
  vehicle_agency: "Code of the vehicle’s agency, none or unreported. Repeats.",
  brand: "Slug of a brand named in the description of other companies’ awards. Repeats.",
  brand_words:
    "Slug of a brand whose words are in the description of other companies’ awards, and whose rule does not count it, such as a holster for a Glock. Together with brand of the same slug, this is a plain search for the words. Repeats.",
  ends_before:
    "Contracts whose current end is before this day. One that is not recorded, or cannot be right (a year outside 1978 to 2099, an end before the start), is not.",
  sort: "Column name, after - for the largest first.",
  page: "Page of the list, from 1.",
  size: "Rows of a page, 1 to 500; 50 without it.",
  cols: "Column names, in the order they are to have. Repeats.",
  show: "The same selection as chart and table: company, agency, office, month, fiscal_year or category.",
  snapshot: "Id of a snapshot that is kept; without it the newest.",
};

/** The query parameters, the same for pages, JSON and exports. */
export function Parameters() {
  return (
    <Section
      id="parameters"
      title="Query parameters"
      subtitle="The same for pages, JSON and exports. Filters select actions, and every figure is a sum of the selected actions. An empty value is a parameter left out; one that cannot be understood is named, never guessed."
    >
      <TableRegion label="Table of query parameters">
        <table className={styles.middling}>
          <thead>
            <tr>
              <th scope="col">Parameter</th>
              <th scope="col">Meaning</th>
            </tr>
          </thead>
          <tbody>
            {parameterNames.map((name) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{meanings[name]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </Section>
  );
}

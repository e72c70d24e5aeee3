import { Facts } from "@/components/figures/facts";
import { Joined } from "@/components/ui/joined";
import { Section } from "@/components/ui/section";
import { categoryRule } from "@/lib/contracts/categories";
import { formatDay } from "@/lib/contracts/days";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import styles from "./tables.module.css";

export function MethodSection({ info }: { info: SnapshotInfo }) {
  const begins = formatDay(info.data_from);
  return (
    <Section id="method" title="How a figure is made">
      <Facts
        facts={[
          {
            label: "Obligated (net)",
            value:
              "The sum of federal_action_obligation over contract actions (award types A to D) whose day of signature lies in the window, for the chosen awarding agency. It is what the government bound itself to, not what it has disbursed.",
          },
          { label: "Added", value: "The sum of the actions with a positive amount." },
          {
            label: "Taken back",
            value:
              "The sum of the actions with a negative amount (de-obligations), with its minus sign. Added and taken back together are the net. Actions of $0 are kept and counted.",
          },
          {
            label: "Obligated in these records",
            value: `The net of all actions of a contract that are in these records. They begin on ${begins}; a contract that began earlier is marked “earlier actions are not in these records”, and so are its running total and its first description.`,
          },
          {
            label: "Action and contract",
            value:
              "An action is one modification of a contract, one row of the record. A contract is all actions of one award key; a row without a key joins the contract of its PIID where that is unambiguous, else it is a contract known by sub-agency and PIID.",
          },
          {
            label: "Company",
            value:
              "Recipients grouped by reviewed rules in data/companies.csv, and by name where names differ only in case, punctuation, spacing or the spelling of the same legal form. The recipient as recorded always stands beside.",
          },
          {
            label: "Subsidiaries",
            value:
              "A company’s total is what is obligated to the company itself and to its subsidiaries, shown as that sum. Every recipient stands on the company’s page with the reason why it is grouped there; grouped=no leaves subsidiaries out. In every list and ranking, a recipient counts with the company that owns it now, including its awards from before an acquisition. Where the start of ownership is known, the company’s sums are split into while owned and before, and grouped=owned leaves out what was signed before.",
          },
          {
            label: "Named in others’ awards",
            value:
              "The actions of other companies whose own description names one of a company’s brands, by the phrases of data/brands.csv. It is never added to what is obligated to the company: the words do not say that anything was bought from it, nor how much of the amount is for it.",
          },
          {
            label: "Category",
            value: `The recorded product or service in plain words, by data/categories.csv. ${categoryRule}. Beside contracts filtered or shown by category is a list of large contracts whose code puts them into another category than readers may expect.`,
          },
          {
            label: "Fiscal year",
            value:
              "1 October to 30 September, named by the year it ends in: FY2026 is October 2025 to September 2026. “To date” means up to the newest action in these records, never today.",
          },
          {
            label: "Exactness",
            value:
              "Money is added in whole cents. A rounded figure spells its unit; the exact one is in its title and in every export. A missing value is “Not reported”, never 0.",
          },
          {
            label: "Duplicates",
            value:
              "Only rows that are equal in every column are one row. Two actions that agree in award and amount are two actions.",
          },
        ]}
      />
    </Section>
  );
}

export function Exclusions({ info }: { info: SnapshotInfo }) {
  return (
    <Section
      id="left-out"
      title="What is left out"
      subtitle="None of this is in the figures here. That a company has no record here does not mean that it has no part in any of it."
    >
      <Facts
        facts={[
          {
            label: "Subcontracts",
            value:
              "Only the prime recipient of an award is recorded. Subcontracts are reported elsewhere, and small ones need not be.",
          },
          {
            label: "Resellers",
            value:
              "A product bought through a reseller is recorded under the reseller. Its maker may be named in the description, and nowhere else.",
          },
          {
            label: "Purchase cards and micro-purchases",
            value: "Small purchases, most of them by card, are generally not reported as contract actions.",
          },
          {
            label: "Orders by other agencies",
            value:
              "An order that another agency placed for this one is recorded under the agency that placed it.",
          },
          {
            label: "Funding agency",
            value: `A contract counts for the agency that awarded it, whoever funds it. The descriptions of some ICE contracts say that they are for CBP or the Federal Protective Service. ${
              info.has?.includes("funding_sub_agency_name")
                ? "Where a file gives the funding agency, the page of the contract names it."
                : "The funding agency is not among the columns of these files."
            }`,
          },
          {
            label: "Payments (outlays)",
            value:
              "The records say what was obligated. What was disbursed, and when, is not among their columns.",
          },
          {
            label: "Current and potential value",
            value:
              "What a contract would reach with its options is not among the columns of these files. Such figures are never added to obligations.",
          },
          {
            label: "Ordering agreements, grants, loans",
            value:
              "Agreements under which orders are placed, and assistance, are other kinds of award. The vehicle of an order is known from its award key only.",
          },
          {
            label: "Earlier years",
            value: `Actions signed before ${formatDay(info.data_from)}.`,
          },
        ]}
      />
    </Section>
  );
}

const needed = [
  "award_id_piid",
  "modification_number",
  "action_date",
  "federal_action_obligation",
  "recipient_name",
];

export function AddingFiles() {
  return (
    <Section id="add" title="Add a file of your own">
      <ul className={styles.prose}>
        <li>
          <code>npm run data -- import FILE...</code> takes USAspending.gov’s downloads of prime transactions
          and of prime award summaries, tables with the field names of its search, and exports of this site;
          also as <code>.gz</code> or <code>.zip</code>, with commas, semicolons or tabs, and as Excel or R
          saved them. Files are known by their header, not by their name.
        </li>
        <li>
          A file adds to what is there and counts nothing twice: where two tell of one action, the one that
          was retrieved later wins. <code>--retrieved 2026-08-22</code> says when that was; else a day in the
          file’s name does, else its newest action.
        </li>
        <li>
          <code>check FILE...</code> reports and publishes nothing; <code>snapshots</code> lists what is kept;{" "}
          <code>use ID</code> goes back; <code>fetch</code> downloads ICE’s contract actions of this fiscal
          year and the two before it from USAspending.gov.
        </li>
        <li>
          Or put files into <code>data/records</code>, with a line in <code>sources.csv</code> for each, and
          run <code>npm start</code> or <code>npm run data -- import</code>. A running server takes a new
          snapshot up by itself.
        </li>
      </ul>
      <p className={styles.prose}>
        A table of actions must name <Joined parts={needed.map((name) => <code key={name}>{name}</code>)} />{" "}
        and the awarding sub-agency, in any order and under any of the names above; what else it says is taken
        up where this site has a use for it, or ignored and listed. A file that is not what it claims to be
        (subawards, grants, an error page, cut in the middle) is refused with one sentence that says why; a
        row that cannot be read is rejected with its reason. Telephone numbers, e-mail addresses and officers’
        pay are not kept.
      </p>
    </Section>
  );
}

export function LicenseSection() {
  return (
    <Section id="licence" title="License">
      <p className={styles.prose}>
        The records are works of the U.S. government and in the public domain in the United States; whoever
        quotes them should say where and when they were retrieved. The program and its rule tables are free
        software under the MIT License.
      </p>
    </Section>
  );
}

import { Facts } from "@/components/figures/facts";
import { Section } from "@/components/ui/section";
import { categoryRule } from "@/lib/contracts/categories";
import { formatDay } from "@/lib/contracts/days";
import type { LeftOut } from "@/lib/contracts/rule-tables";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";

export function FiguresSection({ info }: { info: SnapshotInfo }) {
  const begins = formatDay(info.data_from);
  return (
    <Section id="method" title="How we calculate figures">
      <Facts
        facts={[
          {
            label: "Obligated (net)",
            value:
              "We add up federal_action_obligation over the actions (award types A to D) that the chosen agency signed in the period. Added is the sum of the positive amounts, taken back that of the negative ones. Actions of $0 count as actions.",
          },
          { label: "Added", value: "The sum of actions with a positive amount." },
          {
            label: "Obligated in these records",
            value: `The net of all actions of a contract that are in these records. They begin on ${begins}. A contract that began earlier is marked “earlier actions are not in these records,” and so are its running total and its first description.`,
          },
          {
            label: "Action and contract",
            value:
              "An action is one row of the record: an award or a modification. A contract is all actions with one award key. A row without a key joins the contract with its PIID if there is only one. If not, it is a contract of its own, known by sub-agency and PIID.",
          },
          {
            label: "Company",
            value:
              "Recipients grouped by reviewed rules in data/companies.csv, and by name where names differ only in case, punctuation, spacing or the spelling of the same legal form. The recorded name is always shown too.",
          },
          {
            label: "Subsidiaries",
            value:
              "A company’s total is what is obligated to the company itself plus what is obligated to its subsidiaries. Its page lists every recipient in the group, with the reason. In lists and rankings, a recipient counts with its current owner, including awards from before an acquisition. Where the start of ownership is known, sums are split into while owned and before. grouped=no leaves subsidiaries out; grouped=owned leaves out what was signed before.",
          },
          {
            label: "Named in others’ awards",
            value:
              "Other companies’ actions whose description names one of the company’s brands, by the phrases in data/brands.csv. They are never added to what is obligated to the company. A mention does not say that anything was bought from it, or how much of the amount is for it.",
          },
          {
            label: "Category",
            value: `The recorded product or service in plain words, by data/categories.csv. ${categoryRule}. A list of contracts filtered or grouped by category comes with the large contracts whose code puts them in another category than readers may expect.`,
          },
          {
            label: "Estimated end",
            id: "estimated-end",
            value:
              "Where no end of a contract is recorded, we read its newest option or extension from the words of its descriptions: “EXERCISE OPTION YEAR TWO” signed on Feb. 5, 2026, says a year, which is Feb. 5, 2027. The words may be wrong, an option often begins after its signature, and the next one may be decided earlier. In 150 descriptions drawn at random and read by hand, the rules read what the action does in 149 as a person did.",
          },
          {
            label: "Fiscal year",
            value:
              "Oct. 1 to Sept. 30, named for the year it ends in: FY2026 is October 2025 to September 2026. “To date” means through the newest action in these records, never today.",
          },
          {
            label: "Exactness",
            value:
              "Money is added in whole cents. The exact amount of a rounded figure is in its title and in every export. A missing value is “Not reported,” never 0.",
          },
          {
            label: "Duplicates",
            value:
              "Only rows that are equal in every column count as one. Two actions with the same award and amount are two actions.",
          },
        ]}
      />
    </Section>
  );
}

interface ExclusionsProps {
  info: SnapshotInfo;
  /** What has a size or a source. */
  leftOut: LeftOut[];
}

export function Exclusions({ info, leftOut }: ExclusionsProps) {
  return (
    <Section
      id="left-out"
      title="What is left out"
      subtitle="None of this is in the figures here. A company without a record here may still be part of it."
    >
      <Facts
        facts={[
          ...leftOut.map(({ id, title, detail, source, url }) => ({
            id: `left-out-${id}`,
            label: title,
            value: detail,
            note: (
              <>
                Source: <a href={url}>{source}</a>
              </>
            ),
          })),
          {
            label: "Subcontracts",
            value:
              "An action names the prime recipient only. Prime contractors report their subcontracts themselves, and small ones need not be.",
            note: "What was reported is listed apart and is not in any total of obligations.",
          },
          {
            label: "Resellers",
            value:
              "A product bought through a reseller is recorded under the reseller. Its maker may be named only in the description.",
          },
          {
            label: "Funding agency",
            value: `A contract counts for the agency that awarded it, no matter which agency funds it. The descriptions of some ICE contracts say that they are for CBP or the Federal Protective Service. ${
              info.has?.includes("funding_sub_agency_name")
                ? "Where a file gives the funding agency, the page of the contract names it."
                : "The funding agency is not among the columns of these files."
            }`,
          },
          {
            label: "Payments (outlays)",
            value: "The records say what was obligated. They do not say what was disbursed, or when.",
          },
          {
            label: "Current and potential value",
            value:
              "These files have no columns for what a contract would reach with its options. Such figures are never added to obligations.",
          },
          {
            label: "Ordering agreements, grants, loans",
            value:
              "Ordering agreements and assistance are other kinds of award. We know the vehicle of an order only from its award key.",
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

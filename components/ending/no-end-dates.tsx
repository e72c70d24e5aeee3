import { Facts } from "@/components/figures/facts";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";

/** Explains which file has end dates, and how to import it, if the records have none. */
export function NoEndDates() {
  return (
    <Section
      id="how"
      title="Which file brings the end dates, and how"
      subtitle="The records loaded here are narrow: eleven columns for each action, and none of them is a date of performance or a value of the whole contract."
    >
      <Facts
        facts={[
          {
            label: "Which file",
            value: (
              <>
                A full-width download from{" "}
                <a href="https://www.usaspending.gov/download_center/custom_award_data">USAspending.gov</a>:
                contract <em>prime transactions</em> (297 columns) or contract <em>prime award summaries</em>{" "}
                (286 columns), of the agency and years that you want, with all columns.
              </>
            ),
            note: "Their columns period_of_performance_current_end_date and period_of_performance_potential_end_date are the ends, current_total_value_of_award and potential_total_value_of_award the options.",
          },
          {
            label: "How",
            value: <code>npm run data -- import FILE</code>,
            note: "FILE is the .csv, .gz or .zip as it was downloaded. The sums stay as they are: an action that two files hold is counted once.",
          },
          {
            label: "Until then",
            value: <Link href="/contracts?sort=-last_action">Contracts by their last action</Link>,
            note: "A last action is not an end: it says when a contract was changed last.",
          },
        ]}
      />
    </Section>
  );
}

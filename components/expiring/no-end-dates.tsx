import { Facts } from "@/components/figures/facts";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";

/** Which file brings end dates, and how. */
export function NoEndDates() {
  return (
    <Section
      id="how"
      title="How to add end dates"
      subtitle="The records loaded here have eleven columns for each action. None is a performance date or a contract value."
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
                (286 columns), for the agency and years you want, with all columns.
              </>
            ),
            note: "Their columns period_of_performance_current_end_date and period_of_performance_potential_end_date are the end dates. From current_total_value_of_award and potential_total_value_of_award come the options.",
          },
          {
            label: "How",
            value: <code>npm run data -- import FILE</code>,
            note: "FILE is the .csv, .gz or .zip as downloaded. The sums do not change: an action in two files counts once.",
          },
          {
            label: "Until then",
            value: <Link href="/contracts?sort=-last_action">Contracts by last action</Link>,
            note: "A last action is not an end date. It says when a contract last changed.",
          },
        ]}
      />
    </Section>
  );
}

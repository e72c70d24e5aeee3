import { Facts } from "@/components/figures/facts";
import { HiddenFields } from "@/components/filters/hidden-fields";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { Tabs } from "@/components/ui/tabs";
import { type Day, formatDay } from "@/lib/contracts/days";
import { ends, type Within, withins } from "@/lib/contracts/ending";
import { counted } from "@/lib/contracts/money";
import { change, type Query } from "@/lib/query/query";
import { type EndingChoice, endingRequest } from "@/lib/query/requests";

import styles from "./ending-options.module.css";

export function EndingOptions({ query, choice }: { query: Query; choice: EndingChoice }) {
  const first = change(query, { page: 1 });
  return (
    <>
      <div className={styles.tabs}>
        <Tabs
          label="How far ahead"
          tabs={withins.map((within) => ({
            label: `Next ${within} days`,
            href: endingRequest.href("/ending", { query: first, ...choice, within }),
            current: within === choice.within,
          }))}
        />
        <Tabs
          label="Which end date"
          tabs={(Object.keys(ends) as (keyof typeof ends)[]).map((end) => ({
            label: `By ${ends[end].label.toLowerCase()}`,
            href: endingRequest.href("/ending", { query: first, ...choice, end }),
            current: end === choice.end,
          }))}
        />
      </div>
      <form method="get" action="/ending" aria-label="Narrow the list" className={styles.form}>
        <HiddenFields query={{ ...first, q: "" }} />
        {endingRequest.ownParams(choice).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label>
          Words in description, company, PIID
          <input type="search" name="q" maxLength={500} defaultValue={query.q} />
        </label>
        <button type="submit">Show</button>
      </form>
    </>
  );
}

interface EndingCountsProps {
  counts: { within: Within; contracts: number }[];
  query: Query;
  today: Day;
}

export function EndingCounts({ counts, query, today }: EndingCountsProps) {
  return (
    <Section
      id="ending"
      title="Contracts ending soon"
      subtitle={`By recorded current end (with the options exercised so far), counted from ${formatDay(today)}.`}
    >
      <ul>
        {counts.map(({ within, contracts }) => (
          <li key={within}>
            <Link href={endingRequest.href("/ending", { query, within })}>
              {counted(contracts, "contract")}
            </Link>{" "}
            in the next {within} days
          </li>
        ))}
      </ul>
    </Section>
  );
}

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

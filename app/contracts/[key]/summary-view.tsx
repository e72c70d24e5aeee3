import type { ReactNode } from "react";
import { Breadcrumbs } from "@/app/breadcrumbs";
import { Colophon } from "@/app/colophon";
import { AwardFactsSection } from "@/components/contract/award-facts";
import { ContractFacts } from "@/components/contract/contract-facts";
import { awardUrl } from "@/components/contract/official-record";
import { Siblings } from "@/components/contract/siblings";
import { Facts } from "@/components/figures/facts";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { type Day, formatDay } from "@/lib/contracts/days";
import { contractPage } from "@/lib/query/pages";
import { defaults, href } from "@/lib/query/query";
import { factsAsOf, type KnownFromSummary, siblingsOf } from "@/lib/store/contract";
import { codeNamer } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";
import { vehicleOf } from "@/lib/store/vehicles";

import styles from "./page.module.css";

type SummaryViewProps = KnownFromSummary & { store: Store; today: Day; notice: ReactNode };

/** A contract without an action in these records: the facts of its award summary, without totals. */
export function SummaryView({ store, id, summary, today, notice }: SummaryViewProps) {
  const name = codeNamer(store);
  const agency = name("agency", summary.agency);
  const { data_from: from, data_through: through, has } = store.info;
  const { named: snapshot } = store;
  const title = `${summary.piid}, ${summary.company.name}`;
  const crumbs = [{ label: "Contracts", href: href("/contracts", { ...defaults("contracts"), snapshot }) }];
  const isKey = summary.key.startsWith("CONT_AWD_");
  return (
    <article className={styles.contract}>
      <PageHeader
        crumbs={crumbs}
        title={title}
        lede={`A contract of ${agency} with ${summary.recipient ?? "a recipient that is not reported"}, known from an award summary alone: no action of it is in these records.`}
      />
      <Breadcrumbs crumbs={crumbs} title={title} />
      {notice}
      <Notice title="Known from an award summary alone; in no sum here">
        <p>
          These records hold contract actions signed from {formatDay(from)} through {formatDay(through)}, and
          none of this contract. What follows is what an award summary reports of the whole award. It is in no
          total and no chart, and in no list or export of actions.
        </p>
      </Notice>
      <SectionBoundary name="What is reported of the whole award">
        {async () => (
          <AwardFactsSection
            contract={summary}
            has={has}
            asOf={await factsAsOf(store, id)}
            today={today}
            through={through}
          />
        )}
      </SectionBoundary>
      <Section id="facts" title="What the record says" subtitle="As the award summary has it.">
        <ContractFacts
          snapshot={snapshot}
          contract={summary}
          actions={[]}
          ownedSince={null}
          decoded={vehicleOf(store, summary)}
          nameOf={name}
        />
      </Section>
      <SectionBoundary name="The other orders under this vehicle">
        {async () => (
          <Siblings
            contract={summary}
            agencyName={agency}
            siblings={await siblingsOf(store, id)}
            snapshot={snapshot}
          />
        )}
      </SectionBoundary>
      <Section id="record" title="Check">
        <Facts
          facts={[
            {
              label: "Official record",
              value: isKey ? (
                <a href={awardUrl(summary.key)}>{summary.piid} at USAspending.gov</a>
              ) : (
                <>
                  Look for the award ID <q>{summary.piid}</q> in the{" "}
                  <a href="https://www.usaspending.gov/search">award search of USAspending.gov</a>.
                </>
              ),
            },
            {
              label: "This contract as JSON",
              value: <a href={`/api${contractPage(summary.key, { snapshot })}`}>Contract (JSON)</a>,
            },
          ]}
        />
      </Section>
      <Colophon address={contractPage(summary.key, { snapshot })} info={store.info} />
    </article>
  );
}

import Link from "next/link";

import type { ChartGroup } from "@/components/charts/groups";
import { RankedChart } from "@/components/charts/ranked-chart";
import { Section } from "@/components/ui/section";
import type { CompanyName } from "@/lib/contracts/facts";
import { type Cents, counted } from "@/lib/contracts/money";
import { brandPage } from "@/lib/query/pages";
import { href, type Query } from "@/lib/query/query";

interface NamedInProps {
  company: CompanyName;
  brands: CompanyName[];
  /** The actions of other companies whose description names one of the brands. */
  query: Query;
  actions: number;
  net: Cents;
  /** The companies that hold the awards, from the largest net. */
  holders: ChartGroup[];
  rest: ChartGroup | null;
}

/** Who holds the awards that name a company's brands. */
export function NamedIn({ company, brands, query, actions, net, holders, rest }: NamedInProps) {
  return (
    <Section
      id="named"
      title={`Who holds the awards that name ${company.name}?`}
      subtitle={
        actions === 0
          ? `No description of an award to another company names ${company.name} here.`
          : `Net obligations of actions of other companies whose own description names it, by the company that holds the award. A mention says that the words stand there: not that anything was bought from ${company.name}, nor how much of the amount is for it.`
      }
    >
      {actions > 0 && (
        <>
          <RankedChart groups={holders} rest={rest} whole={net} />
          <p>
            <Link
              href={href("/contracts", { ...query, view: "actions", sort: "-action_date", amount: "action" })}
              prefetch={false}
            >
              {counted(actions, "action")} with the words themselves
            </Link>
          </p>
        </>
      )}
      <p>
        Looked for:{" "}
        {brands.map(({ slug, name }, index) => (
          <span key={slug}>
            {index > 0 && ", "}
            <Link href={brandPage(slug, { ...query, grouped: "yes" })} prefetch={false}>
              {name}
            </Link>
          </span>
        ))}
        . Each name leads to its rule, its examples and a way to report a wrong match.
      </p>
    </Section>
  );
}

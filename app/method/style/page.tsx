import type { Metadata, Route } from "next";

import { LeadingGroups, MonthsChart } from "@/components/charts/group-chart";
import { Specimen } from "@/components/style/specimen";
import { rowId } from "@/components/table/row-id";
import { PageHeader } from "@/components/ui/page-header";
import { TwoColumns } from "@/components/ui/section";
import { formatDay } from "@/lib/contracts/days";
import { pageMetadata } from "@/lib/http/page-metadata";
import { defaults } from "@/lib/query/query";
import { listContracts, totals } from "@/lib/store/contracts";
import { openStore } from "@/lib/store/open";
import { overview } from "@/lib/store/overview";

export const generateMetadata = (): Promise<Metadata> =>
  pageMetadata(async () => ({
    title: "Style",
    description:
      "The type, colors and parts of this site, each in light and in dark, drawn with its records.",
    address: "/method/style",
  }));

/** The style guide: every component in both themes, with figures from the records. */
export default async function StylePage() {
  const store = await openStore();
  const query = defaults("contracts");
  const [found, [largest], palantir] = await Promise.all([
    overview(store, query),
    listContracts(store, { ...query, size: 1 }),
    totals(store, { ...query, company: ["palantir"] }),
  ]);
  const panel = `/contracts#${rowId({ contract: largest?.key ?? "", modification: null })}` as Route;
  const span = `FY${found.fiscalYear} through ${formatDay(found.to)}`;
  return (
    <>
      <PageHeader
        title="Style"
        lede="The voice is that of a statistical publication: calm, dense, exact. These are all its parts, drawn with figures from the records."
        crumbs={[{ label: "Method", href: "/method" }]}
      />
      <TwoColumns>
        {(["light", "dark"] as const).map((theme) => (
          <Specimen
            key={theme}
            theme={theme}
            added={found.now.added}
            takenBack={found.now.taken_back}
            withoutAmount={palantir.contracts}
            panel={panel}
          >
            <LeadingGroups
              by="company"
              span={span}
              query={found.current}
              page="/method/style"
              sorts={false}
              found={found.companies}
              whole={found.now.net}
              days={store.info}
            />
            <MonthsChart
              query={found.months}
              page="/method/style"
              sorts={false}
              groups={found.byMonth}
              days={store.info}
            />
          </Specimen>
        ))}
      </TwoColumns>
    </>
  );
}

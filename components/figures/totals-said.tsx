import { Records } from "@/components/figures/records";
import { Money } from "@/components/ui/money";
import { counted } from "@/lib/contracts/money";
import { netMeasure } from "@/lib/contracts/text";
import type { Totals } from "@/lib/contracts/totals";
import { change, type Query } from "@/lib/query/query";

/** All figures of a selection as a sentence without its period, each linked to its records. */
export function TotalsSaid({ query, totals }: { query: Query; totals: Totals }) {
  const { net, added, taken_back, actions, contracts, companies } = totals;
  return (
    <>
      <Records query={query}>
        <Money cents={net} unsigned />
      </Records>{" "}
      {netMeasure(net)}:{" "}
      <Records query={change(query, { sign: ["pos"] })}>
        <Money cents={added} />
      </Records>{" "}
      added,{" "}
      <Records query={change(query, { sign: ["neg"] })}>
        <Money cents={taken_back} />
      </Records>{" "}
      taken back, in{" "}
      <Records query={change(query, { view: "actions" })}>{counted(actions, "contract action")}</Records> on{" "}
      <Records query={query}>{counted(contracts, "contract")}</Records> with{" "}
      <Records query={change(query, { show: "company" })}>
        {query.grouped === "no"
          ? counted(companies, "recipient as recorded", "recipients as recorded")
          : counted(companies, "company", "companies")}
      </Records>
    </>
  );
}

import { RecordsLink } from "@/components/figures/records-link";
import { Money } from "@/components/ui/money";
import { counted } from "@/lib/contracts/money";
import { netMeasure } from "@/lib/contracts/text";
import type { Totals } from "@/lib/contracts/totals";
import { change, type Query } from "@/lib/query/query";

/** The totals of a selection as a sentence without its period. Every figure links to its records. */
export function TotalsSentence({ query, totals }: { query: Query; totals: Totals }) {
  const { net, added, taken_back, actions, contracts, companies } = totals;
  return (
    <>
      <RecordsLink query={query}>
        <Money cents={net} unsigned />
      </RecordsLink>{" "}
      {netMeasure(net)}:{" "}
      <RecordsLink query={change(query, { sign: ["pos"] })}>
        <Money cents={added} />
      </RecordsLink>{" "}
      added,{" "}
      <RecordsLink query={change(query, { sign: ["neg"] })}>
        <Money cents={taken_back} />
      </RecordsLink>{" "}
      taken back, in{" "}
      <RecordsLink query={change(query, { view: "actions" })}>
        {counted(actions, "contract action")}
      </RecordsLink>{" "}
      on <RecordsLink query={query}>{counted(contracts, "contract")}</RecordsLink> with{" "}
      <RecordsLink query={change(query, { show: "company" })}>
        {query.grouped === "no"
          ? counted(companies, "recipient as recorded", "recipients as recorded")
          : counted(companies, "company", "companies")}
      </RecordsLink>
    </>
  );
}

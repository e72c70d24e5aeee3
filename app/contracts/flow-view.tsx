import type { Route } from "next";
import { DataChart } from "@/components/charts/data-chart";
import { flowChart, nameOf } from "@/components/charts/flow";
import { ChartFrame } from "@/components/charts/frame";
import { groupsFile } from "@/components/charts/links";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { GlossaryTerm } from "@/components/ui/term";
import { type FlowNode, type FlowStrand, foldFlow, howBought } from "@/lib/contracts/flow";
import { type GroupingName, grouping } from "@/lib/contracts/groupings";
import { counted, formatCount, formatShare } from "@/lib/contracts/money";
import { capitalize } from "@/lib/contracts/text";
import { flowTitle } from "@/lib/findings/flow";
import { queryOfGroup } from "@/lib/query/group-query";
import { href, type Query, selectionOf } from "@/lib/query/query";
import { type Labels, windowText } from "@/lib/query/query-text";
import { type WorkbenchRequest, workbenchRequest } from "@/lib/query/requests";
import { tableSort } from "@/lib/query/table-sort";
import { threeWayGroups, totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

import styles from "./flow-view.module.css";

/** How a selection is bought, as a flow from companies through kinds of vehicle to offices; `null` if there is nothing to show. */
export async function flowView(store: Store, request: WorkbenchRequest, names: Labels) {
  const { query } = request;
  const [{ groups }, whole] = await Promise.all([
    threeWayGroups(store, query, howBought),
    totals(store, query),
  ]);
  if (whole.actions === 0) return null;
  const flow = foldFlow(groups);
  const page = workbenchRequest.href("/contracts" as Route, request);
  const hrefOf = (nodes: (FlowNode | null)[]) => recordsOf(query, nodes);
  const chart = flowChart(flow, { stages: howBought, hrefOf });
  const left = flow.strands.filter(({ net }) => net <= 0);
  const title = flowTitle({ query, days: store.info, names, flow, stages: howBought, whole: whole.net });
  const named = (stage: 0 | 1 | 2) => ({
    header: capitalize(grouping(howBought[stage]).label),
    value: ({ nodes }: FlowStrand) => nameOf(nodes[stage], howBought, stage),
  });
  return (
    <ChartFrame
      name="How it is bought"
      title={title}
      subtitle={
        <>
          Obligated (net) by company, kind of vehicle and office,{" "}
          {windowText(query, store.info.data_from, store.info.data_through)}. A{" "}
          <GlossaryTerm name="vehicle">vehicle</GlossaryTerm> is the agreement that an order is placed under
          {left.length > 0 && (
            <>
              . {counted(left.length, "strand")} with a net of{" "}
              <Money cents={left.reduce((sum, { net }) => sum + net, 0)} /> {left.length === 1 ? "is" : "are"}{" "}
              in the table only
            </>
          )}
        </>
      }
      through={store.info.data_through}
      links={{
        csv: groupsFile("csv", query, [...howBought]),
        picture: groupsFile("png", query, [...howBought]),
        records: href("/contracts", selectionOf(query)),
        chart: page,
      }}
      open
      numbers={
        <DataTable
          caption={`${title}. U.S. dollars obligated, exact.`}
          columns={[
            { ...named(0), isRowHeader: true },
            named(1),
            named(2),
            {
              id: "net",
              header: "Obligated (net)",
              kind: "money",
              total: <Money cents={whole.net} exact />,
              value: ({ net }) => net,
              cell: ({ net, nodes }) => {
                const address = hrefOf(nodes);
                const money = <Money cents={net} exact />;
                return address ? <Link href={address}>{money}</Link> : money;
              },
            },
            {
              header: "Share",
              kind: "figure",
              total: formatShare(whole.net, whole.net),
              value: ({ net }) => net,
              cell: ({ net }) => formatShare(net, whole.net),
            },
            {
              header: "Actions",
              kind: "count",
              total: formatCount(whole.actions),
              value: ({ actions }) => actions,
            },
          ]}
          rows={flow.strands}
          rowKey={({ nodes }) => nodes.map((node, stage) => nameOf(node, howBought, stage)).join(" ")}
          sort={tableSort(page, "flow", "-net")}
          totalLabel={`All ${counted(flow.strands.length, "strand")}`}
        />
      }
    >
      {chart && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className={styles.scroller} aria-label="Flow from companies to offices" tabIndex={0}>
          <DataChart title={title} data={chart} />
        </section>
      )}
    </ChartFrame>
  );
}

/** The records of some nodes together; `null` if no filter selects one of them. */
function recordsOf(query: Query, nodes: (FlowNode | null)[]): Route | null {
  let chosen: Query | null = query;
  for (const [stage, node] of nodes.entries()) {
    if (node === null || chosen === null) continue;
    chosen = node.others > 0 ? null : queryOfGroup(chosen, howBought[stage] as GroupingName, node.key);
  }
  return chosen && href("/contracts", { ...chosen, show: null });
}

import type { GroupingName } from "@/lib/contracts/groupings";
import type { Cents } from "@/lib/contracts/money";
import { addUp, type Figures, noFigures, type ThreeWayGroup } from "@/lib/contracts/totals";

/** Three groupings that money passes through, in the order drawn. */
export type FlowStages = readonly [GroupingName, GroupingName, GroupingName];

/** How a selection is bought: whose company, under what kind of vehicle, signed by which office. */
export const howBought = ["company", "vehicle_kind", "office"] as const satisfies FlowStages;

/** A group of one stage, or all of its other groups together. */
export interface FlowNode {
  key: string | null;
  label: string;
  /** How many groups are together here; 0 for a group by itself. */
  others: number;
  net: Cents;
  actions: number;
}

/** What passes through one node of each stage. */
export interface FlowStrand extends Figures {
  nodes: [FlowNode, FlowNode, FlowNode];
}

/** Nodes by stage, from the largest net with the others last, and strands from the largest net. Strands add up to the whole. */
export interface Flow {
  stages: [FlowNode[], FlowNode[], FlowNode[]];
  strands: FlowStrand[];
}

/** The most strands: more look alike. */
export const mostStrands = 60;
/** The most groups of each stage, so that their names fit. */
const mostNodes = [12, 8, 6] as const;

/** Folds groups into as many nodes as the limits allow; what is left is one node in each stage. */
export function foldFlow(groups: readonly ThreeWayGroup[], most = mostStrands): Flow {
  for (let size: number = mostNodes[0]; ; size -= 1) {
    const flow = fold(
      groups,
      mostNodes.map((limit) => Math.min(limit, size)),
    );
    if (flow.strands.length <= most || size === 1) return flow;
  }
}

function fold(groups: readonly ThreeWayGroup[], limits: number[]): Flow {
  const endsOf = ({ key, label, key2, label2, key3, label3 }: ThreeWayGroup) => [
    { key, label },
    { key: key2, label: label2 },
    { key: key3, label: label3 },
  ];
  const stages = limits.map((limit, stage) => {
    const nodes = new Map<string | null, FlowNode>();
    for (const group of groups) {
      const { key = null, label = "" } = endsOf(group)[stage] ?? {};
      const node = nodes.get(key) ?? { key, label, others: 0, net: 0, actions: 0 };
      node.net += group.net;
      node.actions += group.actions;
      nodes.set(key, node);
    }
    const ranked = [...nodes.values()].sort((one, other) => other.net - one.net);
    // One group alone is not "all others".
    const shown = ranked.length === limit + 1 ? ranked : ranked.slice(0, limit);
    const left = ranked.slice(shown.length);
    const others = {
      key: null,
      label: "",
      others: left.length,
      net: left.reduce((sum, { net }) => sum + net, 0),
      actions: left.reduce((sum, { actions }) => sum + actions, 0),
    };
    const nodeOf = new Map(ranked.map((node) => [node.key, left.includes(node) ? others : node]));
    return { nodes: left.length > 0 ? [...shown, others] : shown, nodeOf };
  });
  const strands = new Map<string, FlowStrand>();
  for (const group of groups) {
    const nodes = endsOf(group).map(({ key }, stage) =>
      stages[stage]?.nodeOf.get(key),
    ) as FlowStrand["nodes"];
    const id = nodes.map((node, stage) => stages[stage]?.nodes.indexOf(node)).join(" ");
    strands.set(id, { nodes, ...addUp([strands.get(id) ?? noFigures, group]) });
  }
  return {
    stages: stages.map(({ nodes }) => nodes) as Flow["stages"],
    strands: [...strands.values()].sort((one, other) => other.net - one.net),
  };
}

import { sankey } from "d3-sankey";
import type { Route } from "next";

import type { Breakpoint } from "@/components/charts/breakpoints";
import type { ExactFigures, FlowChart, FlowMark } from "@/components/charts/description";
import { flowFrame, flowText } from "@/components/charts/flow-frame";
import { fillOf, otherFill } from "@/components/charts/palette";
import { textWidth } from "@/components/charts/text-width";
import type { Flow, FlowNode, FlowStages, FlowStrand } from "@/lib/contracts/flow";
import { grouping, othersName } from "@/lib/contracts/groupings";
import { counted, formatMoney, shortMoney } from "@/lib/contracts/money";
import { capitalize } from "@/lib/contracts/text";

/** The least height of the tallest stage, without the space between its marks. */
const leastHeight = 320;

/** The least width of a flow on a page; a narrower page scrolls it. The style sheet has the same. */
const least = { middling: 620, wide: 880 } as const;
/** The part of the space between two stages that a name may take: all of it, or half where one from the other side is as high. */
const parts = { alone: 0.95, facing: 0.48 } as const;

/** The marks that a link of the layout leads from and to, by index. */
interface Ends {
  ends: { source: number; target: number };
}

interface FlowOptions {
  stages: FlowStages;
  /** The records of a node and of a strand; `null` if no filter selects them. */
  hrefOf: (nodes: (FlowNode | null)[]) => Route | null;
  /** Pixels that a picture has it higher than a page. */
  higher?: number;
}

/**
 * Describes a flow, laid out by d3-sankey from the top of each stage. Made on the server: no part of it depends on what a reader does.
 * Strands with no more added than taken back have no width and are left out. `null` if none is left.
 */
export function flowChart(flow: Flow, { stages, hrefOf, higher = 0 }: FlowOptions): FlowChart | null {
  const strands = flow.strands.filter(({ net }) => net > 0);
  const nodes = flow.stages.flatMap((list, stage) =>
    list
      .filter((node) => strands.some((strand) => strand.nodes[stage] === node))
      .map((node) => ({ node, stage })),
  );
  if (nodes.length === 0) return null;
  const indexOf = (strand: FlowStrand, stage: number) =>
    nodes.findIndex(({ node }) => node === strand.nodes[stage]);
  const links = strands.flatMap((strand) =>
    [0, 1].map((stage) => {
      const [source, target] = [indexOf(strand, stage), indexOf(strand, stage + 1)];
      return { strand, ends: { source, target }, source, target, value: strand.net };
    }),
  );
  const most = Math.max(...stages.map((_, stage) => nodes.filter((entry) => entry.stage === stage).length));
  const drawn = leastHeight + higher + (most - 1) * flowFrame.padding;
  const layout = sankey<{ node: FlowNode; stage: number }, (typeof links)[number]>()
    .nodeWidth(flowFrame.mark)
    .nodePadding(flowFrame.padding)
    .size([1, drawn])
    .nodeSort(null)
    .iterations(0);
  const graph = layout({ nodes: nodes.map((entry) => ({ ...entry })), links });
  // d3 spreads each stage over the height; the chart in the browser stacks it from the top.
  const tops = stages.map(() => flowFrame.top as number);
  for (const mark of graph.nodes) {
    const height = (mark.y1 ?? 0) - (mark.y0 ?? 0);
    mark.y0 = tops[mark.stage] ?? 0;
    mark.y1 = mark.y0 + height;
    tops[mark.stage] = mark.y1 + flowFrame.padding;
  }
  const order = (side: "source" | "target") => (one: Ends, other: Ends) => one.ends[side] - other.ends[side];
  for (const mark of graph.nodes) {
    mark.sourceLinks?.sort(order("target"));
    mark.targetLinks?.sort(order("source"));
  }
  layout.update(graph);
  const places = graph.nodes.map(({ stage, y0 = 0, y1 = 0 }) => ({
    stage,
    middle: (y0 + y1) / 2,
  }));
  /** Whether a name of the second or last stage, which share a space, is as high as one of the other. */
  const isFacing = (index: number) =>
    places.some(
      ({ stage, middle }) =>
        stage > 0 &&
        (places[index]?.stage ?? 0) > 0 &&
        stage !== places[index]?.stage &&
        Math.abs(middle - (places[index]?.middle ?? 0)) < flowFrame.padding,
    );
  return {
    kind: "flow",
    legend: [],
    height: flowFrame.top + drawn + flowFrame.bottom,
    top: flowFrame.top,
    stages: stages.map((by) => capitalize(grouping(by).label)),
    marks: graph.nodes.map(({ node, stage, y0 = 0, y1 = 0, value = 0 }, index): FlowMark => {
      const name = nameOf(node, stages, stage);
      return {
        key: `${stage} ${node.key ?? node.others}`,
        at: stage / (stages.length - 1),
        top: y0,
        height: Math.max(1, y1 - y0),
        value,
        fill: stage === 0 ? fillOf("company", node.key) : otherFill,
        href: hrefOf(stages.map((_, place) => (place === stage ? node : null))),
        labels: labelsOf(name, shortMoney(node.net), isFacing(index) ? parts.facing : parts.alone),
        tip: {
          title: name,
          lines: [{ label: "Net", value: formatMoney(node.net), isNegative: node.net < 0 }],
          note: "",
        },
        text: `${name}: ${formatMoney(node.net)}`,
      };
    }),
    links: graph.links.map(({ strand, ends, value, y0 = 0, y1 = 0, width = 0 }, index) => {
      const stage = index % 2;
      const names = strand.nodes.map((node, place) => nameOf(node, stages, place));
      return {
        key: `${names.join(" ")} ${stage}`,
        ...ends,
        value,
        from: y0,
        to: y1,
        width: Math.max(1, width),
        fill: fillOf("company", strand.nodes[0].key),
        href: hrefOf(strand.nodes),
        tip: strandFigures(names.join(" · "), strand),
        text: `${names.join(", ")}: ${formatMoney(strand.net)}`,
      };
    }),
  };
}

/** The name of a node: its group, or how many others are together. */
export const nameOf = ({ label, others }: FlowNode, stages: FlowStages, stage: number): string =>
  others > 0 ? othersName(stages[stage] ?? "company", others) : label;

const strandFigures = (title: string, { net, added, taken_back, actions }: FlowStrand): ExactFigures => ({
  title,
  lines: [
    { label: "Net", value: formatMoney(net), isNegative: net < 0 },
    { label: "Added", value: formatMoney(added), isNegative: false },
    { label: "Taken back", value: formatMoney(taken_back), isNegative: taken_back < 0 },
  ],
  note: counted(actions, "action"),
});

/** The names of a mark on its inner side, cut to the space that it has. */
function labelsOf(name: string, figure: string, part: number): FlowMark["labels"] {
  const widths: [Breakpoint[], number][] = [
    [["tight", "narrow", "middling"], least.middling],
    [["wide"], least.wide],
  ];
  return widths.map(([breakpoints, width]) => {
    const space =
      part * (width / 2 - flowFrame.mark) - 2 * flowText.gap - textWidth(` ${figure}`, flowText.size);
    return { name: cutText(name, space), figure, breakpoints };
  });
}

/** A text cut to a width in pixels, with an ellipsis. */
function cutText(text: string, width: number): string {
  if (textWidth(text, flowText.size) <= width) return text;
  let end = text.length - 1;
  while (end > 1 && textWidth(`${text.slice(0, end).trimEnd()}…`, flowText.size) > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

"use client";

import { useLayoutEffect } from "react";
import { Sankey, Tooltip } from "recharts";
import { breakpointOf } from "@/components/charts/breakpoints";
import type { FlowChart, FlowLink, FlowMark } from "@/components/charts/description";
import { FlowMarkParts, MaybeLink, StageNames, strandColors } from "@/components/charts/drawn-parts";
import { FigureTip } from "@/components/charts/exact-figures";
import { flowFrame } from "@/components/charts/flow-frame";
import { useWidth } from "@/components/charts/use-width";

import drawing from "./drawing.module.css";

interface RechartsFlowProps {
  title: string;
  data: FlowChart;
  onReady: () => void;
}

/** What a strand or a mark is to the tooltip of Recharts: its own values, in a payload of the element. */
type Hovered = { payload?: Partial<FlowLink & FlowMark> };

/**
 * A flow by the Sankey chart of Recharts, with marks in the given order from the top: the same places as in the drawing. Loads Recharts,
 * so only through `DataChart`.
 */
export function RechartsFlow({ title, data, onReady }: RechartsFlowProps) {
  const [root, width] = useWidth();
  const { marks, links, height, top } = data;
  const isDrawn = width > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is called once, when the chart is there
  useLayoutEffect(() => {
    if (isDrawn) onReady();
  }, [isDrawn]);
  return (
    <div ref={root}>
      {isDrawn && (
        <Sankey
          title={title}
          accessibilityLayer={false}
          width={width}
          height={height}
          data={{ nodes: marks, links }}
          nodeWidth={flowFrame.mark}
          nodePadding={flowFrame.padding}
          margin={{ top, right: 0, bottom: flowFrame.bottom, left: 0 }}
          iterations={0}
          sort={false}
          verticalAlign="top"
          node={({ x, index }) => {
            const mark = marks[index];
            const side = mark?.at === 1 ? flowFrame.mark : mark?.at === 0 ? 0 : flowFrame.mark / 2;
            return (
              <g transform={`translate(${x + side} 0)`}>
                {mark && <FlowMarkParts mark={mark} only={breakpointOf(width)} />}
              </g>
            );
          }}
          link={({
            sourceX,
            sourceY,
            sourceControlX,
            targetX,
            targetY,
            targetControlX,
            linkWidth,
            index,
          }) => {
            const half = linkWidth / 2;
            const link = links[index] as FlowLink;
            return (
              <MaybeLink href={link.href} isForPointer>
                <path
                  {...strandColors(link)}
                  className={drawing.strand}
                  d={`M${sourceX} ${sourceY - half}C${sourceControlX} ${sourceY - half} ${targetControlX} ${targetY - half} ${targetX} ${targetY - half}V${targetY + half}C${targetControlX} ${targetY + half} ${sourceControlX} ${sourceY + half} ${sourceX} ${sourceY + half}Z`}
                />
              </MaybeLink>
            );
          }}
        >
          <StageNames chart={data} />
          <Tooltip
            isAnimationActive={false}
            wrapperStyle={{ zIndex: 3, pointerEvents: "none" }}
            content={({ active, payload }) => {
              const hovered = payload?.[0]?.payload as Hovered | undefined;
              const tip = hovered?.payload?.tip;
              return active && tip ? <FigureTip {...tip} /> : null;
            }}
          />
        </Sankey>
      )}
    </div>
  );
}

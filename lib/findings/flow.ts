import type { Flow, FlowStages } from "@/lib/contracts/flow";
import { finding, type GroupsFinding } from "@/lib/findings/finding";

/** The title of a flow: what the largest groups of its middle stage have, else what it shows. */
export function flowTitle({
  flow,
  stages: [, middle],
  ...about
}: Pick<GroupsFinding, "query" | "days" | "names" | "whole"> & { flow: Flow; stages: FlowStages }): string {
  const [, kinds] = flow.stages;
  const seen = finding({
    ...about,
    by: middle,
    groups: kinds.filter(({ others }) => others === 0),
    hasRest: kinds.some(({ others }) => others > 0),
  });
  return seen ?? "How it is bought";
}

import type { Route } from "next";

import type { DifferencesData } from "@/components/charts/describe";
import { mostBars } from "@/components/charts/groups";
import type { ComparedGroup } from "@/lib/contracts/comparisons";

/** The groups with the largest changes between two periods as the data of a chart. */
export const differencesData = (
  groups: ComparedGroup[],
  hrefOf: (group: ComparedGroup) => Route | null,
): DifferencesData => ({
  kind: "differences",
  groups: groups
    .filter(({ change }) => change !== 0)
    .slice(0, mostBars)
    .map((group) => ({
      key: group.key ?? "",
      label: group.label,
      current: group.current.net,
      earlier: group.earlier.net,
      change: group.change,
      part: group.part,
      href: hrefOf(group),
    })),
});

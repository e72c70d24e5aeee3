import type { Route } from "next";
import type { ReactNode } from "react";
import { GroupChart } from "@/components/charts/group-chart";
import { remaining, withLinks } from "@/components/charts/links";
import { questionOf } from "@/components/charts/questions";
import { categoryRule } from "@/lib/contracts/categories";
import type { Day } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import type { Group, Rest } from "@/lib/contracts/totals";
import type { Query } from "@/lib/query/query";

/** How the groups of each chart are made, and what a reader must know of them. */
const words = {
  company: { made: "grouped by company", rule: "" },
  recipient: { made: "by recipient as recorded", rule: "" },
  category: { made: "by category", rule: `. ${categoryRule}.` },
  office: { made: "by awarding office", rule: "" },
  vehicle_agency: {
    made: "by the agency of the agreement that an order was placed under",
    rule: ". None: the award key names no agreement. Not reported: the record gives neither an award key nor the agreement’s agency.",
  },
};

interface LeadingGroupsProps {
  by: Exclude<keyof typeof words, "recipient">;
  /** The window in words. */
  span: string;
  /** What the groups are of. */
  query: Query;
  found: { groups: Group[]; rest: Rest | null };
  /** Net obligations of the whole query, what shares are of. */
  whole: Cents;
  page: Route;
  through: Day;
  /** What else belongs into the subtitle. */
  children?: ReactNode;
}

/** The largest groups of a query with all the others added together. */
export function LeadingGroups({
  by: grouping,
  span,
  query,
  found,
  whole,
  page,
  through,
  children,
}: LeadingGroupsProps) {
  const by = grouping === "company" && query.grouped === "no" ? "recipient" : grouping;
  const { made, rule } = words[by];
  return (
    <GroupChart
      by={by}
      title={questionOf(by)}
      subtitle={
        <>
          Net obligations, {span}, {made}
          {rule}
          {children}
        </>
      }
      groups={withLinks(found.groups, query, grouping)}
      rest={remaining(found.rest, by)}
      whole={whole}
      query={query}
      page={page}
      through={through}
    />
  );
}

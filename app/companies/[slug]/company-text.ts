import { ownedSplitText } from "@/components/company/owned-split";
import { formatDay } from "@/lib/contracts/days";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import type { Query } from "@/lib/query/query";
import type { WholeCompany } from "@/lib/store/company";

/** The recipients that a figure covers: the company, its subsidiaries, or both. */
export function recipientText({ company, direct, subsidiaries, recipients }: WholeCompany): string {
  if (!subsidiaries?.totals.actions) return company.name;
  if (direct.totals.actions > 0) return `${company.name} and its subsidiaries`;
  const owned = recipients.filter(({ actions }) => actions > 0);
  return owned.length === 1
    ? `a subsidiary of ${company.name}, ${owned[0]?.name}`
    : `subsidiaries of ${company.name}`;
}

/** The parts of the total from before and after acquisitions, in parentheses. */
export const ownedText = ({ owned }: WholeCompany) => (owned ? ` (${ownedSplitText(owned)})` : "");

/** The first and last day of the records. */
export const recordDays = ({ data_from, data_through }: SnapshotInfo) =>
  `from ${formatDay(data_from)} through ${formatDay(data_through)}`;

/** How a figure treats the awards of subsidiaries. */
export const exclusionText: Record<Query["grouped"], string> = {
  yes: "",
  owned: ", what was signed before an acquisition left out where the day is known",
  no: ", its subsidiaries left out",
};

/** How a list or chart treats awards from before an acquisition; empty if there are none. */
export function ownedRemark({ owned }: WholeCompany, { grouped }: Query): string {
  if (!owned || grouped === "no") return "";
  return grouped === "owned" ? ", while owned" : ", awards from before an acquisition included";
}

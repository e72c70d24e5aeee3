import { trackedAgencies } from "@/lib/contracts/agencies";
import { formatDay, formatSince } from "@/lib/contracts/days";
import { counted, formatMoney } from "@/lib/contracts/money";
import { isConfirmed, verdicts } from "@/lib/contracts/published-figures";
import { joinNames, netText } from "@/lib/contracts/text";
import type { Check, OtherMeasure } from "@/lib/query/checks";

const everyAgency = joinNames(trackedAgencies.map(({ short }) => short));

const otherMeasures: Record<OtherMeasure, string> = {
  added: "what was added, without what was taken back",
  agencies: `${everyAgency} together`,
  potential: "a potential value",
  outlays: "outlays",
  contracts: "whole contracts, not the actions of the period",
  accounts: "account-level records",
};

/** A verdict in a few words, with the measure or the factor. */
export function verdictText({ verdict, other, factor }: Pick<Check, "verdict" | "other" | "factor">): string {
  if (verdict === "lifetime") return `${verdicts.lifetime}: ${factor} times the net`;
  return other ? `${verdicts[verdict]}: ${otherMeasures[other]}` : verdicts[verdict];
}

/** How many of the figures the records confirm, as a sentence. */
export function checksFinding(checks: readonly Pick<Check, "verdict">[]): string {
  const confirmed = checks.filter(({ verdict }) => isConfirmed(verdict)).length;
  return `${confirmed} of ${counted(checks.length, "published figure")} agree with the net of the actions that they seem to describe: to the cent, when rounded or as a lower limit.`;
}

/** Why a figure has its verdict, in one or two sentences. */
export function verdictReason(check: Check): string {
  const { verdict, other, ours, net, whole, repeated, factor, window } = check;
  if (verdict === "equal") return "The net of these actions is this figure to the cent.";
  if (verdict === "rounded") return "The net of these actions rounds to this figure or begins with it.";
  if (verdict === "bound")
    return "The figure is given as a lower limit, and the net of these actions is higher.";
  if (verdict === "lifetime")
    return `The figure is ${factor} times the net of these actions. Their contracts had come to ${formatMoney(whole)} by ${formatDay(window.to)}, each counted once, and to ${formatMoney(repeated)}, each counted once for every action of the period. Totals of whole contracts may have been added instead of the actions.`;
  switch (other) {
    case null:
      return "Neither the net of these actions, nor what they added, nor their whole contracts, nor the same actions of every agency come to this figure. It may count other days, other awards or another measure.";
    case "added":
      return `These actions added ${formatMoney(ours ?? 0)}, which is this figure. With what they took back, they come to ${netText(net)}.`;
    case "agencies":
      return `The same actions of ${everyAgency} together come to ${formatMoney(ours ?? 0)}.`;
    case "contracts":
      return `The contracts of these actions had come to ${formatMoney(whole)} in these records by ${formatDay(window.to)}${ours === null ? "" : ", which is this figure"}. The actions of the period are ${netText(net)}.`;
    case "potential":
      return ours === null
        ? "The figure is what a contract may reach, with every option. These records say what was obligated."
        : `The figure is what a contract may reach, with every option. The records give a potential value of ${formatMoney(ours)}.`;
    case "outlays":
      return "The figure is given as outlays. These records say what was obligated, not what was disbursed.";
    case "accounts":
      return "The figure is counted in account-level records, by object class. These records are of contract actions.";
  }
}

/** A form of words to ask for a correction, or for what the figure measures. `address` is that of the actions. */
export function correctionText(check: Check, address: string, through: string): string {
  const { publisher, published, statement, figure, net, actions, contracts, window } = check;
  return [
    `To ${publisher}:`,
    `You published ${figure} (${published.length === 10 ? "" : "in "}${formatSince(published)}) for this: ${statement.replace(/\.$/, "")}.`,
    `The contract actions published by USAspending.gov come to ${netText(net)}, in ${counted(actions, "action")} on ${counted(contracts, "contract")} signed from ${formatDay(window.from)}, through ${formatDay(window.to)}. The records go through ${formatDay(through)}. ${verdictReason(check)}`,
    `Every one of these actions is here: ${address}`,
    "Could you check the figure and, if you agree, correct it or say what it measures?",
  ].join("\n\n");
}

import type { Change, ChangeKind } from "@/lib/contracts/changes";
import { shortDay } from "@/lib/contracts/days";
import { formatCount, formatMoney } from "@/lib/contracts/money";
import { capitalize, notReported } from "@/lib/contracts/text";
import { agencyName } from "@/lib/query/agency-names";

/** A piece of a sentence. `is` is the kind of page it can link to. */
export interface SentencePiece {
  text: string;
  is?: "contract" | "company";
}

/** The names of each kind of change, singular and plural. */
export const kindNames: Record<ChangeKind, { one: string; many: string }> = {
  new_contract: { one: "new contract", many: "new contracts" },
  new_action: { one: "new action", many: "new actions" },
  amount: { one: "changed amount", many: "changed amounts" },
  date: { one: "changed date", many: "changed dates" },
  recipient: { one: "changed recipient", many: "changed recipients" },
  description: { one: "changed description", many: "changed descriptions" },
  end: { one: "changed end date", many: "changed end dates" },
  potential_end: { one: "changed potential end date", many: "changed potential end dates" },
  vanished: { one: "no longer in the records", many: "no longer in the records" },
  spelling: { one: "name spelled differently", many: "names spelled differently" },
  classification: { one: "changed classification", many: "changed classifications" },
  incomplete: { one: "incomplete retrieval", many: "incomplete retrievals" },
  loaded: { one: "year loaded", many: "years loaded" },
};

/** A change as a sentence. Recorded texts are in quotation marks. */
export function sentencePieces(change: Change): SentencePiece[] {
  const agency = agencyName(change.agency);
  const company: SentencePiece = {
    text: change.recipient ?? `a recipient that is ${notReported.toLowerCase()}`,
    is: "company",
  };
  const contract: SentencePiece = { text: change.piid ?? "", is: "contract" };
  const action: SentencePiece[] = [
    { text: `modification ${change.modification} of ` },
    contract,
    { text: " (" },
    company,
    { text: ")" },
  ];
  const signed = change.signed === null ? "" : shortDay(change.signed);
  const now = change.after ?? notReported;
  const was = change.before ?? notReported;
  const figure = formatMoney(Math.abs(change.amount ?? 0));
  const late = change.late ? "; recorded late" : "";
  const recorded = (what: string, ...values: [string, string]): SentencePiece[] => [
    { text: `The ${what} of ` },
    ...action,
    { text: ` is recorded as ${values[0]}; before, ${values[1]}.` },
  ];
  switch (change.kind) {
    case "new_contract":
    case "new_action": {
      const isContract = change.kind === "new_contract";
      const where: SentencePiece[] = isContract
        ? [{ text: " on a new contract, " }, contract, { text: `, signed ${signed}${late}.` }]
        : [
            { text: " on " },
            contract,
            { text: `, modification ${change.modification}, signed ${signed}${late}.` },
          ];
      if ((change.amount ?? 0) > 0)
        return [{ text: `${agency} obligated ${figure}${isContract ? "" : " more"} to ` }, company, ...where];
      if ((change.amount ?? 0) < 0)
        return [{ text: `${agency} took back ${figure} obligated to ` }, company, ...where];
      return [{ text: `${agency} obligated no money (${figure}) to ` }, company, ...where];
    }
    case "amount":
      return recorded("amount", formatMoney(change.amount ?? 0), formatMoney(change.amount_before ?? 0));
    case "date":
      return recorded("date", shortDay(now), shortDay(was));
    case "recipient":
    case "spelling":
      return [
        { text: `The recipient of modification ${change.modification} of ` },
        contract,
        { text: " is recorded as " },
        company,
        { text: `; before, as ${was}.` },
      ];
    case "description":
      return recorded("description", `“${now}”`, `“${was}”`);
    case "classification":
      return recorded("product or service and industry", `“${now}”`, `“${was}”`);
    case "end":
    case "potential_end":
      return [
        { text: `The ${change.kind === "end" ? "current" : "potential"} end of ` },
        contract,
        { text: " (" },
        company,
        { text: `) is recorded as ${shortDay(now)}; before, ${shortDay(was)}.` },
      ];
    case "vanished":
      return [
        { text: "Modification " },
        { text: `${change.modification} of ` },
        contract,
        { text: " (" },
        company,
        {
          text: `, ${formatMoney(change.amount ?? 0)}, signed ${signed}) is no longer in the records; it was last there on ${change.before === null ? "a day that is not known" : shortDay(change.before)}, and no retrieval since then has it.`,
        },
      ];
    case "loaded":
      return [
        {
          text: `Actions of ${agency} for FY${change.fiscal_year} were loaded: ${formatCount(Number(now))}. They are not listed one by one.`,
        },
      ];
    case "incomplete":
      return [
        {
          text: `The newest retrieval of ${agency} for FY${change.fiscal_year} lacks ${formatCount(Number(now))} of ${formatCount(Number(was))} actions, more than half at once: it is taken as incomplete, and none of them is listed as gone.`,
        },
      ];
  }
}

/** The sentence as plain text, for feeds and JSON. */
export const sentenceOf = (change: Change): string =>
  sentencePieces(change)
    .map(({ text }) => text)
    .join("");

/** Whether the description of the action helps to understand the change. */
export const isDescribed = ({ kind, description }: Change): boolean =>
  description !== null && ["new_contract", "new_action", "amount", "vanished"].includes(kind);

/** A short title of a change, for feed entries. */
export function titleOf(change: Change): string {
  const { one } = kindNames[change.kind];
  const kind = capitalize(one);
  if (change.piid === null) return `${kind}: ${agencyName(change.agency)}, FY${change.fiscal_year}`;
  const money = change.amount === null ? "" : `, ${formatMoney(change.amount)}`;
  return `${kind}: ${change.company?.name ?? change.recipient ?? notReported}${money} (${change.piid} ${change.modification})`;
}

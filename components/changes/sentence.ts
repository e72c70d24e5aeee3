import type { Change, ChangeKind } from "@/lib/contracts/changes";
import { formatDay } from "@/lib/contracts/days";
import { formatCount, formatMoney } from "@/lib/contracts/money";
import { capitalize, notReported } from "@/lib/contracts/text";
import { agencyName } from "@/lib/query/agency-names";

/** A piece of a sentence. `is` is the kind of page it can link to. */
export interface SentencePiece {
  text: string;
  is?: "contract" | "company";
}

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

/** The pieces of a template: its text, and the pieces in it as they are. */
const say = (texts: TemplateStringsArray, ...values: (SentencePiece | string | null)[]): SentencePiece[] =>
  texts.flatMap((text, index): SentencePiece[] => {
    const value = values[index] ?? "";
    return [{ text }, typeof value === "string" ? { text: value } : value].filter((piece) => piece.text);
  });

/** An action that was signed, or a contract with its award. */
interface SignedAction
  extends Pick<Change, "agency" | "recipient" | "piid" | "modification" | "signed" | "amount" | "late"> {
  isContract: boolean;
}

const recipientPiece = (recipient: string | null): SentencePiece => ({
  text: recipient ?? `a recipient that is ${notReported.toLowerCase()}`,
  is: "company",
});

/** What an action did, as a sentence. */
export function signedPieces({ agency, isContract, late, ...action }: SignedAction): SentencePiece[] {
  const contract: SentencePiece = { text: action.piid ?? "", is: "contract" };
  const company = recipientPiece(action.recipient);
  const amount = action.amount ?? 0;
  const figure = formatMoney(Math.abs(amount));
  const signed = action.signed === null ? "" : formatDay(action.signed);
  const began = `signed ${signed}${late ? "; recorded late" : ""}.`;
  const did =
    amount > 0
      ? `obligated ${figure}${isContract ? "" : " more"}`
      : amount < 0
        ? `took back ${figure} obligated`
        : `obligated no money (${figure})`;
  return isContract
    ? say`${agencyName(agency)} ${did} to ${company} on a new contract, ${contract}, ${began}`
    : say`${agencyName(agency)} ${did} to ${company} on ${contract}, modification ${action.modification}, ${began}`;
}

/** A change as a sentence. Recorded texts are in quotation marks. */
export function sentencePieces(change: Change): SentencePiece[] {
  const agency = agencyName(change.agency);
  const company = recipientPiece(change.recipient);
  const contract: SentencePiece = { text: change.piid ?? "", is: "contract" };
  const action = `modification ${change.modification} of `;
  const signed = change.signed === null ? "" : formatDay(change.signed);
  const now = change.after ?? notReported;
  const was = change.before ?? notReported;
  const amount = change.amount ?? 0;
  const recorded = (what: string, after: string, before: string): SentencePiece[] => [
    ...say`The ${what} of ${action}${contract} (${company})`,
    { text: ` is recorded as ${after}; before, ${before}.` },
  ];
  switch (change.kind) {
    case "new_contract":
    case "new_action":
      return signedPieces({ ...change, isContract: change.kind === "new_contract" });
    case "amount":
      return recorded("amount", formatMoney(amount), formatMoney(change.amount_before ?? 0));
    case "date":
      return recorded("date", formatDay(now), formatDay(was));
    case "recipient":
    case "spelling":
      return say`The recipient of ${action}${contract} is now recorded as ${company}; before, it was ${was}.`;
    case "description":
      return recorded("description", `“${now}”`, `“${was}”`);
    case "classification":
      return recorded("product or service and industry", `“${now}”`, `“${was}”`);
    case "end":
    case "potential_end": {
      const which = change.kind === "end" ? "current" : "potential";
      return say`The ${which} end of ${contract} (${company}) is recorded as ${formatDay(now)}; before, ${formatDay(was)}.`;
    }
    case "vanished": {
      const last = change.before === null ? "an unknown day" : formatDay(change.before);
      return say`${capitalize(action)}${contract} (${company}, ${formatMoney(amount)}, signed ${signed}) is no longer in the records. It was last there on ${last}, and no later retrieval has it.`;
    }
    case "loaded":
      return say`Actions of ${agency} for FY${String(change.fiscal_year)} were loaded: ${formatCount(Number(now))}. They are not listed one by one.`;
    case "incomplete":
      return say`The newest retrieval of ${agency} for FY${String(change.fiscal_year)} lacks ${formatCount(Number(now))} of ${formatCount(Number(was))} actions, more than half at once. We treat it as incomplete and list none of them as gone.`;
  }
}

/** The sentence as plain text, for feeds and JSON. */
export const sentenceOf = (change: Change): string => plainText(sentencePieces(change));

/** The text of pieces. */
export const plainText = (pieces: SentencePiece[]): string => pieces.map(({ text }) => text).join("");

/** Whether the description of the action helps to understand the change. */
export const isDescribed = ({ kind, description }: Change): boolean =>
  description !== null && ["new_contract", "new_action", "amount", "vanished"].includes(kind);

export function titleOf(change: Change): string {
  const { one } = kindNames[change.kind];
  const kind = capitalize(one);
  if (change.piid === null) return `${kind}: ${agencyName(change.agency)}, FY${change.fiscal_year}`;
  const money = change.amount === null ? "" : `, ${formatMoney(change.amount)}`;
  return `${kind}: ${change.company?.name ?? change.recipient ?? notReported}${money} (${change.piid} ${change.modification})`;
}

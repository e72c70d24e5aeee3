import type { ActionRow } from "@/lib/contracts/rows";

/** Short names of agencies of the Department of Homeland Security, with the codes of those that award contracts here. */
const others: Record<string, string | null> = {
  CBP: "7014",
  ICE: "7012",
  FPS: null,
  TSA: null,
  USSS: null,
  USCG: null,
  FEMA: null,
  CISA: null,
  USCIS: null,
  FLETC: null,
};
const words = new RegExp(`\\bfor (?:the )?(${Object.keys(others).join("|")})\\b`, "gi");

/** An action whose description says that it is for an agency other than the one that awarded it. */
export interface ForOther {
  modification: string;
  /** The other agency for short. */
  name: string;
}

/** The actions that say so. One that is for the awarding agency too is not for another. */
export function forOthers(
  agency: string,
  actions: readonly Pick<ActionRow, "modification_number" | "transaction_description">[],
): ForOther[] {
  return actions.flatMap(({ modification_number: modification, transaction_description: text }) => {
    const named = [...(text ?? "").matchAll(words)].map(([, name = ""]) => name.toUpperCase());
    const [name] = named;
    const isOwn = named.some((one) => others[one] === agency);
    return name !== undefined && !isOwn ? [{ modification: modification ?? "", name }] : [];
  });
}

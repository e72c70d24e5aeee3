import { agencyNamed } from "@/lib/contracts/agencies";
import type { ActionRow } from "@/lib/contracts/rows";

/** Short names of agencies of the Department of Homeland Security. */
const others = ["CBP", "ICE", "FPS", "TSA", "USSS", "USCG", "FEMA", "CISA", "USCIS", "FLETC"];
const words = new RegExp(`\\bfor (?:the )?(${others.join("|")})\\b`, "gi");

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
    const isOwn = named.some((one) => agencyNamed(one)?.code === agency);
    return name !== undefined && !isOwn ? [{ modification: modification ?? "", name }] : [];
  });
}

import { pictureEndpoint } from "@/app/api/picture-endpoint";
import { stepDaysOf } from "@/components/charts/running";
import { formatDay } from "@/lib/contracts/days";
import { counted } from "@/lib/contracts/money";
import { readableText } from "@/lib/contracts/recorded-text";
import { runningFinding } from "@/lib/findings/contract";
import { Problem } from "@/lib/http/problem";
import { agencyName } from "@/lib/query/agency-names";
import { contractPage } from "@/lib/query/pages";
import { findContract } from "@/lib/store/contract";

/** A contract with its running total, drawn for link previews; also `/contract.png` and `/contract.svg`. */
export const GET = pictureEndpoint("/api/contract-image", async ({ requested: { query, key }, store }) => {
  const found = await findContract(store, key);
  if (!found || !("contract" in found))
    throw new Problem(404, "No such contract", "This snapshot has no actions of one contract with that key.");
  const { contract, actions } = found;
  return {
    file: { what: "contract", more: { contract: contract.piid } },
    make: async () => {
      const days = stepDaysOf(actions);
      const { company, purpose, piid, base_included: begins } = contract;
      const who = agencyName(contract.agency);
      return {
        title: runningFinding({ who, company: company.name, days, begins }) ?? `${company.name}: ${piid}`,
        subtitle: `${purpose === null ? "" : `${shortened(readableText(purpose))} `}${contract.category}. Contract ${piid}, ${counted(contract.actions, "action")} through ${formatDay(contract.last_action)}.`,
        data: days.length > 1 ? { kind: "running", days, begins } : null,
        nothing: "All of it was signed on one day, so there is no running total to draw.",
        address: contractPage(contract.key, query),
      };
    },
  };
});

const longest = 180;

/** A description as a sentence; a long one is cut after a word. */
function shortened(text: string): string {
  if (text.length <= longest) return /[.!?]$/.test(text) ? text : `${text}.`;
  return `${text.slice(0, text.lastIndexOf(" ", longest))} …`;
}

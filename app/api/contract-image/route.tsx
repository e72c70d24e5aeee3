import { pictureResponse } from "@/app/api/picture-response";
import { Picture } from "@/components/charts/picture";
import { stepDaysOf } from "@/components/charts/running";
import { sourceText } from "@/components/charts/words";
import { formatDay } from "@/lib/contracts/days";
import { counted } from "@/lib/contracts/money";
import { pictureFormats } from "@/lib/contracts/pictures";
import { readableText } from "@/lib/contracts/recorded-text";
import { runningFinding } from "@/lib/findings/contract";
import { requireSnapshot } from "@/lib/http/answer";
import { exportName, formatOf } from "@/lib/http/export";
import { contractPictureRequest } from "@/lib/http/groups";
import { originOf } from "@/lib/http/origin";
import { Problem, readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { agencyName } from "@/lib/query/agency-names";
import { contractPage } from "@/lib/query/pages";
import { defaults } from "@/lib/query/query";
import { findContract } from "@/lib/store/contract";
import { openStore } from "@/lib/store/open";

/** A contract with its running total, drawn for link previews; also `/contract.png` and `/contract.svg`. */
export const GET = route(async ({ request, params }) => {
  const { pathname } = new URL(request.url);
  const {
    query: requested,
    key,
    format: named,
    shape,
    theme,
  } = readRequest(
    contractPictureRequest,
    params,
    (read) => formatOf(pathname, read.format, pictureFormats).faults,
  );
  const { format } = formatOf(pathname, named, pictureFormats);
  const query = { ...defaults("actions"), snapshot: requested.snapshot };
  const store = await openStore(query.snapshot);
  const { info } = store;
  requireSnapshot(info, query);
  const found = await findContract(store, key);
  if (!found || !("contract" in found))
    throw new Problem(404, "No such contract", "This snapshot has no actions of one contract with that key.");
  const { contract, actions } = found;
  return pictureResponse(request, info, {
    own: `/contract?key=${contract.key}`,
    query,
    format,
    shape,
    theme,
    file: exportName(query, info.id, format, { what: "contract", more: { contract: contract.piid } }),
    make: async () => {
      const days = stepDaysOf(actions);
      const { company, purpose, piid, base_included: begins } = contract;
      const who = agencyName(contract.agency);
      return (
        <Picture
          title={runningFinding({ who, company: company.name, days, begins }) ?? `${company.name}: ${piid}`}
          subtitle={`${purpose === null ? "" : `${shortened(readableText(purpose))} `}${contract.category}. Contract ${piid}, ${counted(contract.actions, "action")} through ${formatDay(contract.last_action)}.`}
          data={days.length > 1 ? { kind: "running", days, begins } : null}
          nothing="All of it was signed on one day, so there is no running total to draw."
          source={`${sourceText(info.data_through)}, snapshot ${info.id}. Obligations, not payments; without subcontracts.`}
          address={originOf(request.headers) + contractPage(contract.key, { snapshot: requested.snapshot })}
          shape={shape}
        />
      );
    },
  });
});

const longest = 180;

/** A description as a sentence; a long one is cut after a word. */
function shortened(text: string): string {
  if (text.length <= longest) return /[.!?]$/.test(text) ? text : `${text}.`;
  return `${text.slice(0, text.lastIndexOf(" ", longest))} …`;
}

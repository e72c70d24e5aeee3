import { forOthers } from "@/lib/contracts/for-other-agencies";
import { formatCount } from "@/lib/contracts/money";
import type { ContractAction, ContractRow } from "@/lib/contracts/rows";
import { agencyName } from "@/lib/query/agency-names";

interface FundingNoteProps {
  contract: Pick<ContractRow, "agency" | "funding_agency">;
  actions: readonly ContractAction[];
}

/** Says for which other agency a contract is, and which agency funds it, if the records say so. */
export function FundingNote({ contract: { agency, funding_agency: funding }, actions }: FundingNoteProps) {
  const [first, ...more] = forOthers(agency, actions);
  if (!first && !funding) return null;
  return (
    <p className="soft">
      {first &&
        `The description of modification ${first.modification}${more.length > 0 ? ` and of ${formatCount(more.length)} more` : ""} says that it is for ${first.name}. `}
      {agencyName(agency)} awarded this contract, and it counts as {agencyName(agency)}’s whoever funds it;{" "}
      {funding ? `the record names ${funding} as the funding agency` : "these records do not say who does"}.
    </p>
  );
}

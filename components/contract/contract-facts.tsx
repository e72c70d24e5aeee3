import { optionFact } from "@/components/contract/option-fact";
import { Facts } from "@/components/figures/facts";
import { Link } from "@/components/ui/link";
import { RecipientName } from "@/components/ui/recipient-name";
import { RecordedText } from "@/components/ui/recorded-text";
import { noParent } from "@/lib/contracts/awards";
import { categoryRule } from "@/lib/contracts/categories";
import { codeTitle } from "@/lib/contracts/code-titles";
import { formatDay, formatSince } from "@/lib/contracts/days";
import { forOthers } from "@/lib/contracts/for-other-agencies";
import { formatCount } from "@/lib/contracts/money";
import type { ContractAction, ContractRow, SummarizedContract } from "@/lib/contracts/rows";
import { notReported } from "@/lib/contracts/text";
import { basisWords, type VehicleDecoding, vehicleKinds } from "@/lib/contracts/vehicles";
import { agencyName } from "@/lib/query/agency-names";
import { agencyPage, companyPage, officePage, vehiclePage } from "@/lib/query/pages";
import { change, defaults, href, type Query } from "@/lib/query/query";

interface VehicleLinkProps {
  contract: { vehicle: string | null; agency: string };
  snapshot: string | null;
}

export function VehicleLink({ contract: { vehicle, agency }, snapshot }: VehicleLinkProps) {
  if (vehicle === null) return notReported;
  if (vehicle === noParent) return "none";
  return <Link href={vehiclePage(vehicle, { agency: [agency], snapshot })}>{vehicle}</Link>;
}

/** Explains where the vehicle comes from, or why there is none. */
export function vehicleNote(vehicle: string | null): string {
  if (vehicle === null) return "The records of this contract give neither an award key nor an agreement.";
  if (vehicle === noParent) return "The award key names no ordering agreement.";
  return "The agreement that this order was placed under, as the award key or the record names it.";
}

interface ContractFactsProps {
  snapshot: string | null;
  contract: ContractRow | SummarizedContract;
  /** Empty if the contract is known from an award summary alone. */
  actions: ContractAction[];
  /** Returns the name of a code, or the code itself. */
  nameOf: (kind: "agency" | "office" | "vehicle_agency", code: string) => string;
  /** When the company acquired the recipient, as a day, month or year; `null` if unknown. */
  ownedSince: string | null;
  /** The decoded vehicle; `null` if there is none or it is not reported. */
  decoded: VehicleDecoding | null;
}

export function ContractFacts({
  snapshot,
  contract,
  actions,
  nameOf,
  ownedSince,
  decoded,
}: ContractFactsProps) {
  const { company, recipient, agency, office, psc, naics } = contract;
  const list = (patch: Partial<Query>) =>
    href("/contracts", change(defaults("contracts"), { agency: [agency], snapshot, ...patch }));
  const first = actions[0];
  const others = [...new Set(actions.map((action) => action.recipient_name))].filter(
    (name) => name !== null && name !== recipient,
  );
  const awardKey = actions.find((action) => action.contract_award_unique_key)?.contract_award_unique_key;
  return (
    <Facts
      facts={[
        {
          label: "Company",
          value: <Link href={companyPage(company.slug, { agency: [agency], snapshot })}>{company.name}</Link>,
          note: `Our grouping of the latest recipient${
            ownedSince ? `, which has owned it since ${formatSince(ownedSince)}` : ""
          }; it is not part of the record.`,
        },
        {
          label: "Recipient as recorded",
          term: "recipient",
          value: recipient && (
            <Link href={list({ recipient: [recipient] })}>
              <RecipientName name={recipient} />
            </Link>
          ),
          note: others.length > 0 && `Other actions of this contract are recorded as ${others.join("; ")}.`,
        },
        {
          label: "Awarding agency",
          value: (
            <>
              <Link href={agencyPage(agency, { grouped: "yes", snapshot })}>{nameOf("agency", agency)}</Link>{" "}
              <span className="soft">({agency})</span>
            </>
          ),
        },
        {
          label: "Awarding office",
          value: (
            <>
              <Link href={officePage(agency, office, { grouped: "yes", snapshot })}>
                {nameOf("office", office)}
              </Link>
              {nameOf("office", office) !== office && <span className="soft"> ({office})</span>}
            </>
          ),
          note: "Read from the first six characters of the PIID.",
        },
        first !== undefined && {
          label: contract.base_included ? "First description" : "First description in these records",
          value: first.transaction_description && <RecordedText text={first.transaction_description} />,
          note: `As recorded with modification ${first.modification_number}, signed ${formatDay(first.action_date)}.${
            contract.base_included ? "" : " Earlier actions are not in these records."
          }`,
        },
        {
          label: first ? "Latest description" : "Description",
          value: contract.description && <RecordedText text={contract.description} />,
          note:
            contract.last_action &&
            `As recorded with the latest action, signed ${formatDay(contract.last_action)}.`,
        },
        {
          label: "Product or service",
          value: psc && <Link href={list({ psc: [psc] })}>{codeTitle(psc)}</Link>,
        },
        {
          label: "Category",
          value: contract.category,
          note: `${categoryRule}.`,
        },
        {
          label: "Industry (NAICS)",
          value: naics && <Link href={list({ naics: [naics] })}>{codeTitle(naics)}</Link>,
        },
        optionFact(contract),
        {
          label: "Vehicle",
          term: "vehicle",
          value: <VehicleLink contract={contract} snapshot={snapshot} />,
          note: vehicleNote(contract.vehicle),
        },
        decoded && {
          label: "Kind of vehicle",
          value: decoded.program
            ? `${vehicleKinds[decoded.kind]}: ${decoded.program}`
            : vehicleKinds[decoded.kind],
          note: basisWords[decoded.basis],
        },
        {
          label: "Vehicle’s agency",
          value:
            contract.vehicle_agency === noParent
              ? "none"
              : contract.vehicle_agency && nameOf("vehicle_agency", contract.vehicle_agency),
        },
        ...(contract.first_action === null
          ? []
          : [
              { label: "First action in these records", value: formatDay(contract.first_action) },
              { label: "Last action", value: formatDay(contract.last_action) },
              { label: "Award key", value: awardKey && <code>{awardKey}</code> },
            ]),
      ]}
    />
  );
}

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
      {agencyName(agency)} awarded this contract, and it counts as {agencyName(agency)}’s, no matter which
      agency funds it;{" "}
      {funding ? `the record names ${funding} as the funding agency` : "these records do not say who does"}.
    </p>
  );
}

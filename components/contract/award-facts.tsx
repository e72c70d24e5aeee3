import { type Fact, Facts } from "@/components/figures/facts";
import { RecordsLink } from "@/components/figures/records-link";
import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import { Section } from "@/components/ui/section";
import { awardTypes } from "@/lib/contracts/awards";
import { contractColumns } from "@/lib/contracts/columns";
import { type Day, dayNumber, formatDay } from "@/lib/contracts/days";
import { dayFault, optionsNotUsed } from "@/lib/contracts/expiring";
import { lookUp } from "@/lib/contracts/look-up";
import { counted } from "@/lib/contracts/money";
import { countryName, stateNames } from "@/lib/contracts/places";
import type { RecordedName } from "@/lib/contracts/recorded";
import type { AwardDetails, ContractRow, SummarizedContract } from "@/lib/contracts/rows";
import { change, defaults } from "@/lib/query/query";

interface AwardFactsSectionProps {
  contract: ContractRow | SummarizedContract;
  /** The recorded columns of the snapshot. Facts without a column are left out. */
  has: readonly RecordedName[] | undefined;
  /** The retrieval day of the newest file with these facts. */
  asOf: Day | null;
  today: Day;
  /** The day of the newest action. */
  through: Day;
}

/** The facts of the whole award from full-width records and award summaries. Renders nothing without them. */
export function AwardFactsSection({ contract, has = [], asOf, today, through }: AwardFactsSectionProps) {
  const isKnown = (name: keyof AwardDetails) => {
    const { needs } = contractColumns[name];
    return needs === undefined || has.includes(needs);
  };
  const recorded = (name: keyof AwardDetails) => {
    const value = contract[name] ?? null;
    const { kind } = contractColumns[name];
    if (kind === "money" && typeof value === "number") return <Money cents={value} exact />;
    return kind === "day" && typeof value === "string" ? recordedDayText(value) : value;
  };
  const known = (name: keyof AwardDetails, more: Partial<Fact> = {}): Fact[] =>
    isKnown(name) ? [{ label: contractColumns[name].label, value: recorded(name), ...more }] : [];
  const { type, place_state: state, place_country: country } = contract;
  const end = (day: Day | null | undefined, note: string) =>
    endFact(day ?? null, contract.start ?? null, today, note);

  const amounts = [
    ...known("obligated_lifetime", {
      note: "Since the award began, as the file reports it. It is not in any total here.",
    }),
    ...known("current_value", { note: "The value of the award with the options exercised so far." }),
    ...known("potential_value", { note: "The ceiling, if every option is exercised." }),
    ...known("outlayed_lifetime", {
      note: "Outlays since the award began, as the file reports them. Many awards report none.",
    }),
  ];
  const place = placeText(contract);
  const others = [
    ...known("type", { value: type == null ? null : `${lookUp(awardTypes, type) ?? type} (${type})` }),
    ...known("signed"),
    ...known("start"),
    ...known("current_end", end(contract.current_end, "With the options exercised so far.")),
    ...known("potential_end", end(contract.potential_end, "If every option is exercised.")),
    ...known("uei", { value: contract.uei && <code>{contract.uei}</code> }),
    ...known("parent", {
      note: "The recipient’s parent as the record names it. The company above is our grouping.",
    }),
    ...known("funding_office", {
      value: [contract.funding_office, contract.funding_agency].filter(Boolean).join(", ") || null,
    }),
    ...known("place_state", {
      label: "Place of performance",
      value: place && (
        <RecordsLink
          query={change(defaults("contracts"), {
            agency: [contract.agency],
            performed_in: [country && country !== "USA" ? country : (state ?? country ?? "unreported")],
          })}
        >
          {place}
        </RecordsLink>
      ),
    }),
    ...known("competition", {
      note: contract.competition_reason && `Reason recorded: ${contract.competition_reason}.`,
    }),
    ...known("offers", { value: contract.offers == null ? null : counted(contract.offers, "offer") }),
    ...known("pricing"),
    ...known("set_aside"),
    ...(contract.base_included
      ? []
      : known("base_description", {
          value: contract.base_description && <RecordedText text={contract.base_description} />,
          note: "Of modification 0, which is not among the actions in these records.",
        })),
  ];
  if (amounts.length === 0 && others.length === 0) return null;
  return (
    <Section
      id="award"
      title="The whole award, as reported"
      subtitle={`From full-width records or reports of subcontracts${asOf === null ? "" : ` retrieved on ${formatDay(asOf)}`}. Each amount measures something else, so they are never added together. Days are counted from ${formatDay(today)}. The actions in these records go through ${formatDay(through)}, so an end may have moved since.`}
    >
      <Facts
        facts={[
          contract.actions > 0 && {
            label: contractColumns.in_records.label,
            value: <Money cents={contract.in_records} exact />,
            note: "The net of the actions in these records. Our sums use only this amount.",
          },
          ...amounts,
          isKnown("current_value") && isKnown("potential_value") && optionsFact(contract),
          ...others,
        ]}
      />
    </Section>
  );
}

function optionsFact(contract: Parameters<typeof optionsNotUsed>[0]): Fact {
  const options = optionsNotUsed(contract);
  return {
    label: "Options not yet used",
    term: "option",
    ...("cents" in options
      ? {
          value: <Money cents={options.cents} exact />,
          note: "The potential value minus the current value. The government may never use them.",
        }
      : { value: "Not stated", note: options.why }),
  };
}

/** A recorded day as text. A day that cannot be right, also because it is before `start`, is marked as unused. */
export function recordedDayText(day: Day | null, start: Day | null = null): string | null {
  if (day === null) return null;
  return dayFault(day, start) === null
    ? formatDay(day)
    : `Recorded as ${formatDay(day)}, which cannot be right; not used.`;
}

function endFact(day: Day | null, start: Day | null, today: Day, note: string): Omit<Fact, "label"> {
  if (day === null) return { value: null };
  switch (dayFault(day, start)) {
    case "year":
      return { value: `Recorded as ${formatDay(day)}, which cannot be right; not used.` };
    case "before the start":
      return {
        value: `Recorded as ${formatDay(day)}, which is before the recorded start; not used.`,
      };
    default:
      return { value: `${formatDay(day)}: ${daysLeftText(day, today)}`, note };
  }
}

/** The distance from today: `36 days left`, `today`, `4 days ago`. */
function daysLeftText(day: Day, today: Day): string {
  const days = dayNumber(day) - dayNumber(today);
  if (days === 0) return "today";
  return days > 0 ? `${counted(days, "day")} left` : `${counted(-days, "day")} ago`;
}

function placeText({
  place_city: city,
  place_state: state,
  place_country: country,
}: Pick<ContractRow, "place_city" | "place_state" | "place_country">): string | null {
  const isAbroad = country != null && country !== "USA";
  const where = [
    city,
    state && (lookUp(stateNames, state) ?? state),
    isAbroad && countryName(country),
  ].filter(Boolean);
  return where.join(", ") || (country && countryName(country)) || null;
}

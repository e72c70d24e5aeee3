import { noParent } from "@/lib/contracts/awards";
import type { Day } from "@/lib/contracts/days";
import { lookUp } from "@/lib/contracts/look-up";
import type { Cents } from "@/lib/contracts/money";

/**
 * The kinds of ordering agreement (vehicle), in the order in which they are listed: whose agreement it is, and
 * of what kind. data/vehicles.csv assigns parent agreements to them.
 */
export const vehicleKinds = {
  schedule: "GSA schedule",
  governmentwide: "GSA governmentwide contract",
  gsa: "GSA, kind not decoded",
  nasa: "NASA SEWP",
  nih: "NIH (NITAAC)",
  dhs: "DHS-wide",
  ice: "ICE’s own",
  cbp: "CBP’s own",
  component: "Another DHS component’s",
  other: "Another agency’s",
  unreported: "Agency not reported",
} as const;

export type VehicleKind = keyof typeof vehicleKinds;

/** The vehicles of each kind in a sentence: "orders under ICE’s own vehicles". */
const vehiclePhrases: Record<VehicleKind, string> = {
  schedule: "GSA schedules",
  governmentwide: "GSA governmentwide contracts",
  gsa: "other GSA vehicles",
  nasa: "NASA SEWP",
  nih: "NIH vehicles",
  dhs: "DHS-wide vehicles",
  ice: "ICE’s own vehicles",
  cbp: "CBP’s own vehicles",
  component: "vehicles of other DHS components",
  other: "vehicles of other agencies",
  unreported: "vehicles whose agency is not reported",
};

/** The vehicles of a kind or program in a sentence. */
export const vehiclesPhrase = (key: string): string => lookUp<string>(vehiclePhrases, key) ?? key;

/** The name of a kind or program of vehicles, where `none` is an award without one. */
export const vehicleKindName = (key: string): string =>
  key === noParent ? "No vehicle" : (lookUp<string>(vehicleKinds, key) ?? key);

/** The basis of a kind: the record names the agency, the numbering is known, or only the number is recorded. */
export const vehicleBases = ["record", "known", "number"] as const;
export type VehicleBasis = (typeof vehicleBases)[number];

/** Each basis as a sentence. */
export const basisWords: Record<VehicleBasis, string> = {
  record: "Read from the code of the agreement’s agency in the record.",
  known:
    "Read from the agency and the beginning of the agreement’s number in the record. The numbering is widely known; it was not checked against a document.",
  number: "The record gives the agreement’s number without its agency.",
};

/** The decoded number and agency of a vehicle. */
export interface VehicleDecoding {
  kind: VehicleKind;
  /** The program, where the number shows one. */
  program: string | null;
  basis: VehicleBasis;
}

/** What an award summary has on an ordering agreement itself. Its ceiling is never added to anything. Money in cents. */
export interface AgreementFacts {
  key: string;
  piid: string;
  agency: string;
  recipient: string | null;
  uei: string | null;
  idv_type: string | null;
  potential_value: Cents | null;
  signed: Day | null;
  start: Day | null;
  ordering_end: Day | null;
  base_description: string | null;
  /** The day on which the file that says it was retrieved. */
  facts_as_of: Day | null;
}

/**
 * The kinds of ordering agreement (vehicle), in the order they are listed: whose agreement it is, and what kind of
 * it. data/vehicles.csv assigns parent agreements to them.
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
} as const;

export type VehicleKind = keyof typeof vehicleKinds;

/** Where a kind comes from: the award key names the agency, or the numbering is known. */
export const vehicleBases = ["record", "known"] as const;
export type VehicleBasis = (typeof vehicleBases)[number];

/** Each basis as a sentence. */
export const basisWords: Record<VehicleBasis, string> = {
  record: "Read from the code of the agreement’s agency in the award key.",
  known:
    "Read from the agency and the beginning of the agreement’s number in the award key. The numbering is widely known; it was not checked against a document.",
};

/** What an award key says of a vehicle, decoded. */
export interface VehicleDecoding {
  kind: VehicleKind;
  /** The program that the number belongs to, where the numbering tells. */
  program: string | null;
  basis: VehicleBasis;
}

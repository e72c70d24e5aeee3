import { z } from "zod";
import { type VehicleDecoding, type VehicleKind, vehicleBases, vehicleKinds } from "@/lib/contracts/vehicles";
import { RuleError, type RuleTable, readRules, uniqueBy } from "@/lib/identity/rules";

const kinds = Object.keys(vehicleKinds) as [VehicleKind, ...VehicleKind[]];
const pattern = z.string().regex(/^[0-9A-Z#]*$/, "may hold only capitals, digits and #");

const vehicleRule = z
  .strictObject({
    agency: pattern,
    piid: pattern,
    kind: z.enum(kinds, `is none of ${kinds.join(", ")}`),
    program: z.string(),
    basis: z.enum(vehicleBases, `is none of ${vehicleBases.join(", ")}`),
  })
  .refine(({ agency, piid }) => piid === "" || agency !== "", "gives a number without its agency");

export interface VehicleRules {
  /** What a parent, by its PIID and its agency's code, is decoded to. Numbers of different agencies may be the same. */
  decode: (vehicle: string, agency: string | null) => VehicleDecoding;
  /** The line of the rule that decides. */
  lineFor: (vehicle: string, agency: string) => number;
  /** The lines of all rules. */
  lines: number[];
}

/** `#` is any digit. An agency is matched whole, a number by how it begins. */
const matcher = (text: string, end: string) => new RegExp(`^${text.replaceAll("#", "\\d")}${end}`);

/**
 * Checks `data/vehicles.csv`: of the rules that fit agency and number, the one with the longest number decides. One
 * row with neither takes everything else. Throws {@link RuleError} for a malformed or repeated row.
 */
export function readVehicleRules(table: RuleTable): VehicleRules {
  const entries = readRules(table, vehicleRule);
  uniqueBy(table, entries, ({ agency, piid }) => `${agency} ${piid}`);
  const rest = entries.find(({ rule }) => rule.agency === "");
  if (!rest) throw new RuleError(table.file, 1, "the table has no row for every other agreement");
  const rules = entries
    .filter((entry) => entry !== rest)
    .map((entry) => ({
      ...entry,
      fits: { agency: matcher(entry.rule.agency, "$"), piid: matcher(entry.rule.piid, "") },
    }))
    .sort((one, other) => other.rule.piid.length - one.rule.piid.length);
  const find = (vehicle: string, agency: string) =>
    rules.find(({ fits }) => fits.agency.test(agency) && fits.piid.test(vehicle)) ?? rest;
  return {
    decode: (vehicle, agency) => {
      if (agency === null) return { kind: "unreported", program: null, basis: "number" };
      const { kind, program, basis } = find(vehicle, agency).rule;
      return { kind, program: program || null, basis };
    },
    lineFor: (vehicle, agency) => find(vehicle, agency).line,
    lines: entries.map(({ line }) => line),
  };
}

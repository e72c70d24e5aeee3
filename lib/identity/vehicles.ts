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
  /** Decodes a vehicle by its PIID and agency code. Different agencies may use the same number. */
  decode: (vehicle: string, agency: string | null) => VehicleDecoding;
  /** The line of the rule for a vehicle. */
  lineFor: (vehicle: string, agency: string) => number;
  /** The lines of all rules. */
  lines: number[];
}

/** `#` matches any digit. `end` is `$` for a whole match, empty for a prefix. */
const matcher = (text: string, end: string) => new RegExp(`^${text.replaceAll("#", "\\d")}${end}`);

/**
 * Reads `data/vehicles.csv`. Among the rules that match agency and number, the one with the longest number wins. One row
 * without both takes all other vehicles.
 * @throws {RuleError} for a malformed or repeated row.
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

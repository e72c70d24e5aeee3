import type { Route } from "next";
import { z } from "zod";

import { type VehicleKind, vehicleKinds } from "@/lib/contracts/vehicles";
import { given, type ParameterProblem } from "@/lib/query/parse";
import { type Query, toSearchParams } from "@/lib/query/query";

export const vehicleSorts = ["net", "orders", "companies", "last_action"] as const;
export type VehicleSort = (typeof vehicleSorts)[number];

/** What the list of vehicles is asked beside the query: parameters of `/vehicles` and `/api/vehicles` only. */
export interface VehicleChoice {
  kind: VehicleKind | null;
  /** Words that must all occur in a vehicle's number, kind, program, agency or companies. */
  name: string;
  /** Every order has the largest or the latest first. */
  sort: VehicleSort;
}

const everyVehicle: VehicleChoice = { kind: null, name: "", sort: "net" };

const kinds = Object.keys(vehicleKinds) as [VehicleKind, ...VehicleKind[]];
const readers = {
  kind: z.enum(kinds, { error: `must be one of ${kinds.join(", ")}` }),
  name: z
    .string()
    .max(200, "must have at most 200 characters")
    .refine((value) => !/\p{Cc}/u.test(value), "must not contain control characters")
    .transform((value) => value.trim()),
  sort: z.enum(vehicleSorts, { error: `must be one of ${vehicleSorts.join(", ")}` }),
} satisfies Record<keyof VehicleChoice, z.ZodType>;

/** Reads what is asked of the list. `others` is what is left for the query. */
export function readVehicleChoice(params: URLSearchParams): {
  choice: VehicleChoice;
  problems: ParameterProblem[];
  others: URLSearchParams;
} {
  const choice = { ...everyVehicle };
  const problems: ParameterProblem[] = [];
  const others = new URLSearchParams(params);
  for (const [name, reader] of Object.entries(readers)) {
    const values = given(params, name);
    others.delete(name);
    if (values.length > 1) problems.push({ name, detail: "must be given once", values });
    if (values.length !== 1) continue;
    const result = reader.safeParse(values[0]);
    if (result.success) Object.assign(choice, { [name]: result.data });
    else problems.push({ name, detail: result.error.issues[0]?.message ?? "cannot be read", values });
  }
  return { choice, problems, others };
}

/** The address of the list with a choice; what is usual is not written. */
export function vehiclesHref(query: Query, choice: Partial<VehicleChoice> = {}): Route {
  const params = toSearchParams(query);
  for (const [name, value] of Object.entries(choice)) {
    if (value !== null && value !== everyVehicle[name as keyof VehicleChoice]) params.set(name, value);
  }
  const text = params.toString();
  return (text ? `/vehicles?${text}` : "/vehicles") as Route;
}

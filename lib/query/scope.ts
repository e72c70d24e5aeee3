import { trackedAgency } from "@/lib/contracts/agencies";
import type { Query } from "@/lib/query/query";

/** What a sub-agency is called for short: ICE, CBP, else by its code. */
export const agencyName = (code: string): string => trackedAgency(code)?.short ?? `agency ${code}`;

/** The agencies of a query for short: `ICE`, `ICE and CBP`. */
export const scopeName = ({ agency }: Query): string => agency.map(agencyName).join(" and ");

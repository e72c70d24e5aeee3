import { lookUp } from "@/lib/contracts/look-up";
import type { Query } from "@/lib/query/query";

const names: Record<string, string> = { "7012": "ICE", "7014": "CBP" };

/** What a sub-agency is called for short: ICE, CBP, else by its code. */
export const agencyName = (code: string): string => lookUp(names, code) ?? `agency ${code}`;

/** The agencies of a query for short: `ICE`, `ICE and CBP`. */
export const scopeName = ({ agency }: Query): string => agency.map(agencyName).join(" and ");

import { trackedAgency } from "@/lib/contracts/agencies";
import { joinNames } from "@/lib/contracts/text";
import type { Query } from "@/lib/query/query";

/** The short name of a sub-agency: `ICE`, `CBP`, or `agency` and its code. */
export const agencyName = (code: string): string => trackedAgency(code)?.short ?? `agency ${code}`;

/** The short names of a query's agencies: `ICE`, `ICE and CBP`. */
export const agencyNames = ({ agency }: Query): string => joinNames(agency.map(agencyName));

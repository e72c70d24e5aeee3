/** Totals in dollars. */
export interface TotalsJson {
  net: number;
  added: number;
  taken_back: number;
  actions: number;
  contracts: number;
  companies: number;
}

/** The response of /api/contracts. */
export interface ListAnswer {
  snapshot: { id: string; data_through: string };
  totals: TotalsJson;
  page: { number: number; size: number; rows: number; pages: number };
  rows: Record<string, unknown>[];
}

/** The response of /api/groups. */
export interface GroupsAnswer {
  snapshot: { id: string };
  totals: TotalsJson;
  groups: (TotalsJson & { key: string | null; key2?: string })[];
  rest: TotalsJson | null;
}

/** The response of /api/contracts/KEY. */
export interface ContractJson {
  contract: { key: string; in_records: number };
  actions: Record<string, unknown>[];
}

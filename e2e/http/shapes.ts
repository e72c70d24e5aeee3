/** Figures of an answer, in dollars. */
export interface Totals {
  net: number;
  added: number;
  taken_back: number;
  actions: number;
  contracts: number;
  companies: number;
}

/** What /api/contracts answers. */
export interface ListAnswer {
  snapshot: { id: string; data_through: string };
  totals: Totals;
  page: { number: number; size: number; rows: number; pages: number };
  rows: Record<string, unknown>[];
}

/** What /api/groups answers. */
export interface GroupsAnswer {
  snapshot: { id: string };
  totals: Totals;
  groups: (Totals & { key: string | null; key2?: string })[];
  rest: Totals | null;
}

/** What /api/contracts/KEY answers. */
export interface ContractAnswer {
  contract: { key: string; in_records: number };
  actions: Record<string, unknown>[];
}

/** Common ranges. They neither overlap nor leave gaps: every amount from zero up is in exactly one. */
export const amountPresets: { label: string; min: string | null; max: string | null }[] = [
  { label: "< $25k", min: "0", max: "24999.99" },
  { label: "$25k–250k", min: "25000", max: "249999.99" },
  { label: "$250k–1m", min: "250000", max: "999999.99" },
  { label: "$1–10m", min: "1000000", max: "9999999.99" },
  { label: "$10–100m", min: "10000000", max: "99999999.99" },
  { label: "> $100m", min: "100000000", max: null },
  { label: "net below $0", min: null, max: "-0.01" },
];

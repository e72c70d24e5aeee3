/** Common ranges. They neither overlap nor leave gaps: every amount from zero up is in exactly one. */
export const amountPresets: { label: string; min: string | null; max: string | null }[] = [
  { label: "< $25K", min: "0", max: "24999.99" },
  { label: "$25K–250K", min: "25000", max: "249999.99" },
  { label: "$250K–1M", min: "250000", max: "999999.99" },
  { label: "$1–10M", min: "1000000", max: "9999999.99" },
  { label: "$10–100M", min: "10000000", max: "99999999.99" },
  { label: "> $100M", min: "100000000", max: null },
  { label: "Negative", min: null, max: "-0.01" },
];

/** USAspending's types of contract awards (`award_type_code`), in plain words. */
export const awardTypes = {
  A: "BPA call",
  B: "Purchase order",
  C: "Delivery or task order",
  D: "Definitive contract",
} as const;

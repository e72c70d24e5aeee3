/** The categories of product and service, in the order they are listed. data/categories.csv assigns the recorded words to them. */
export const categories = {
  detention: "Detention and guards",
  transport: "Flights and transport",
  hardware: "IT hardware",
  software: "Software and IT services",
  telecommunications: "Telecommunications",
  weapons: "Weapons and protective gear",
  medical: "Medical",
  facilities: "Facilities and leases",
  support: "Professional support",
  other: "Other",
} as const;

/** What every figure by category has to say of itself. */
export const categoryRule =
  "A category follows the recorded code of the product or service, not the contract’s purpose";

export type Category = keyof typeof categories;

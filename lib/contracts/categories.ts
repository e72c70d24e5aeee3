/** The categories of product and service, in the order they are listed. data/categories.csv assigns the recorded words to them. */
export const categories = {
  detention: "Detention and guards",
  transport: "Flights and transport",
  hardware: "IT hardware",
  software: "Software and IT services",
  telecommunications: "Telecommunications",
  scanners: "Scanners and detectors",
  cameras: "Cameras and recording",
  weapons: "Weapons and protective gear",
  clothing: "Clothing and badges",
  medical: "Medical",
  facilities: "Facilities and leases",
  support: "Professional support",
  other: "Other",
} as const;

/** The note of every figure by category. */
export const categoryRule =
  "A category follows the recorded code of the product or service, not the contract’s purpose";

export type Category = keyof typeof categories;
export const categorySlugs = Object.keys(categories) as [Category, ...Category[]];

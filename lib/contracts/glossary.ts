/** A term of federal contracting: what it means in two plain sentences, and an example. */
export interface GlossaryEntry {
  term: string;
  meaning: string;
  example: string;
}

/**
 * The terms that readers can open in place, in the order of `/method`. Addresses use their names as anchors. The first
 * sentence of each meaning is also its meaning in docs/glossary.md.
 */
export const glossary = {
  obligated: {
    term: "Obligated",
    meaning:
      "Money that a contract action commits the government to pay. It is not a payment: payments come later and can be lower.",
    example: "Modification P00009 of April 11, 2025, obligated $29,898,236.00 to Palantir.",
  },
  net: {
    term: "Net",
    meaning:
      "What was added minus what was taken back. It is below zero where more was taken back than added.",
    example: "In FY2025, ICE added $4.17 billion and took back $182.9 million: $3.99 billion net.",
  },
  "de-obligated": {
    term: "De-obligated, or taken back",
    meaning:
      "An action with a negative amount: the government takes back money that it had obligated. We show it with a minus sign.",
    example: "An order of $100,000 that ends with $20,000 left can get an action of −\u2060$20,000.",
  },
  action: {
    term: "Action",
    meaning:
      "One row of the federal record: an award or a later change to it. Each has a signing date and an amount, which can be $0.",
    example: "From Oct. 1, 2020, through Aug. 20, 2026, ICE signed 39 actions with Palantir, on 8 contracts.",
  },
  contract: {
    term: "Contract",
    meaning:
      "An award and all its later actions. An order that is placed under a vehicle counts as a contract of its own.",
    example: "70CTD022FR0000170 is an order, and one contract here.",
  },
  modification: {
    term: "Modification",
    meaning:
      "A change to a contract after it was signed: to its money, dates, options or terms. Modification 0 is the award itself.",
    example: "P00012 of 70CTD022FR0000170 is dated Sept. 25, 2025.",
  },
  piid: {
    term: "PIID",
    meaning:
      "The procurement instrument identifier, the number of a contract. Its first six characters are the code of the office that signed it.",
    example: "70CTD022FR0000170 begins with 70CTD0, the code of the Information Technology Division of ICE.",
  },
  vehicle: {
    term: "Vehicle",
    meaning:
      "An umbrella contract that agencies place orders under, also called an IDV. It obligates nothing itself; its orders do.",
    example:
      "An order that ICE places under a contract of the General Services Administration counts as ICE’s.",
  },
  option: {
    term: "Option",
    meaning:
      "A period or a quantity that the government may add to a contract without a new competition. It obligates nothing until it is exercised.",
    example: "“Exercise option period 2” in a description says that the second option was exercised.",
  },
  "fiscal-year": {
    term: "Fiscal year",
    meaning:
      "The year of the federal budget, from Oct. 1 to Sept. 30. It is named for the year in which it ends.",
    example: "FY2026 is Oct. 1, 2025, to Sept. 30, 2026.",
  },
  recipient: {
    term: "Recipient",
    meaning:
      "The contractor, under its name in the record. We group recipients into companies by rules that anyone can check.",
    example: "B.I. Incorporated is a recipient; we count it with The GEO Group.",
  },
  subcontract: {
    term: "Subcontract",
    meaning:
      "Work on a contract that its contractor has given to another company, as the contractor reports it. Those under $30,000 need not be reported, and reporting is patchy.",
    example:
      "Alpha Omega Integration reported Booz Allen Hamilton as a subcontractor under 70CTD020FR0000280.",
  },
  uei: {
    term: "UEI",
    meaning:
      "The unique entity identifier, 12 characters that SAM.gov gives to an organization. One company can have several.",
    example: "Search USAspending.gov for a UEI to see every award to it.",
  },
} satisfies Record<string, GlossaryEntry>;

export type TermName = keyof typeof glossary;
export const termNames = Object.keys(glossary) as TermName[];

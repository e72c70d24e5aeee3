import { type GroupingName, grouping } from "@/lib/contracts/groupings";

/** The question that a chart of each grouping answers, where its page has no better one. */
const questions: Partial<Record<GroupingName, string>> = {
  company: "Who is it obligated to?",
  recipient: "To which recipients is it obligated?",
  agency: "Which agency signed?",
  office: "Which office signed?",
  month: "When was it obligated?",
  fiscal_year: "In which fiscal year was it obligated?",
  calendar_year: "In which calendar year was it obligated?",
  category: "For which products and services?",
  psc: "For which recorded products and services?",
  naics: "In which industries, as recorded?",
  vehicle: "Under which vehicles?",
  vehicle_agency: "Under which agency’s vehicles?",
  brand: "Which brands do the descriptions name?",
};

export const questionOf = (by: GroupingName): string =>
  questions[by] ?? `How much was obligated by ${grouping(by).label}?`;

import { z } from "zod";
import { isDay } from "@/lib/contracts/days";
import { type Cents, largestCents, parseDollars, toDollars } from "@/lib/contracts/money";

const millisecondsADay = 86_400_000;

/** Days since 1970-01-01, or why the text is no day that a record can have. */
function readDay(text: string): number | string {
  if (text === "") return "is empty";
  if (!isDay(text)) return "is not a day such as 2026-08-20";
  const year = Number(text.slice(0, 4));
  if (year < 1978 || year > 2049) return "is not between 1978 and 2049";
  return Date.parse(`${text}T00:00:00Z`) / millisecondsADay;
}

/** A file has few days and many rows. */
const days = new Map<string, number | string>();
function cachedDay(text: string): number | string {
  const known = days.get(text);
  if (known !== undefined) return known;
  const day = readDay(text);
  if (days.size < 50_000) days.set(text, day);
  return day;
}

function readAmount(text: string): Cents | string {
  const cents = parseDollars(text);
  if (cents !== null) return cents;
  if (text === "") return "is empty";
  if (/^[+-]?\d*\.?\d+e[+-]?\d+$/i.test(text))
    return "is written with an exponent, as spreadsheets shorten long numbers, so its exact value is lost";
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) {
    const [whole = ""] = text.replace(/^[+-]/, "").split(".");
    if (whole.replace(/^0+/, "").length > 13) return `is beyond ${toDollars(largestCents)} dollars`;
    return "has more than two decimal places";
  }
  return "is not an amount in dollars such as -1234.50";
}

const reported = z.string().transform((text) => (text.trim() === "" ? null : text));

/** One row, checked: what is stored of it. A blank cell of a column that may be blank is `null`, never zero. */
export const recordSchema = z.object({
  contract_award_unique_key: z.string().max(200, "is longer than 200 characters"),
  award_id_piid: z
    .string()
    .min(1, "is empty")
    .regex(/^[A-Za-z0-9_-]{1,50}$/, "is not up to 50 letters, digits, hyphens and underscores"),
  modification_number: z.string().min(1, "is empty").max(50, "is longer than 50 characters"),
  action_date: z.string().transform((text, context) => {
    const day = cachedDay(text);
    if (typeof day === "number") return day;
    context.issues.push({ code: "custom", message: day, input: text });
    return z.NEVER;
  }),
  federal_action_obligation: z.string().transform((text, context) => {
    const cents = readAmount(text);
    if (typeof cents === "number") return cents;
    context.issues.push({ code: "custom", message: cents, input: text });
    return z.NEVER;
  }),
  awarding_sub_agency_code: z.string().min(1, "is empty").max(20, "is longer than 20 characters"),
  awarding_sub_agency_name: reported,
  recipient_name: reported,
  product_or_service_code_description: reported,
  naics_description: reported,
  transaction_description: reported,
});

/** `action_date` is days since 1970-01-01, `federal_action_obligation` cents. */
export type CheckedRecord = z.output<typeof recordSchema>;

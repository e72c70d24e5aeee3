import { z } from "zod";

import { columnsOf, views } from "@/lib/contracts/columns";
import { endpointRequests } from "@/lib/http/requests";
import { type ParameterName, parameters } from "@/lib/query/filters";
import { parameterReaders } from "@/lib/query/parse";
import { defaults } from "@/lib/query/query";

/** A parameter of an operation in the form of OpenAPI. */
export interface ParameterObject {
  name: string;
  in: "path" | "query";
  required?: true;
  description?: string;
  schema: object;
}

/** What the parameters mean that belong to some endpoints only. */
const meanings: Record<string, string> = {
  administrative: "Whether administrative changes are listed too.",
  amount: "The figure as published, such as 29.8M.",
  by: "What the actions are grouped by.",
  company: "A slug, a name or words of a name.",
  end: "Which end date of a contract.",
  format: "The format of the response.",
  key: "The award key, <sub-agency>-<PIID> or PIID of a contract.",
  kind: "The kinds that are listed.",
  month: "The month of an action, or one in a period.",
  name: "Words in a name.",
  passed:
    "yes: what ended from the day after the records end, through yesterday, instead of what ends from today.",
  shape:
    "The shape of a picture: wide (1200 × 675 pixels), square (1080 × 1080), tall (1080 × 1350) or link (1200 × 630). Without it, as high as its content.",
  since: "Noticed on this day or later.",
  sort: "The order of the list.",
  theme: "The colors of a picture.",
  until: "Noticed on this day or earlier.",
  top: "How many groups are listed; the others are the rest.",
  verdict: "How the figures compare with the records.",
  within: "Days from today in Washington.",
};

/** The parameters without which an endpoint responds 400. */
const required: Record<string, string> = {
  "/api/compare": "vs",
  "/api/compare/image": "vs",
  "/api/find": "amount",
  "/api/groups": "by",
  "/api/groups/image": "by",
  "/api/search": "q",
  "/api/suggest": "q",
};

/** The schema of a value's text. Readers accept any case; their patterns are shown in one. */
function schemaOf(reader: z.ZodType | undefined, repeats: boolean | undefined): object {
  const schema = reader
    ? z.toJSONSchema(reader, { io: "input", unrepresentable: "any" })
    : { type: "string" };
  const { $schema: _, ...one } = schema as Record<string, unknown>;
  return repeats ? { type: "array", items: one } : one;
}

const columnNames = [...new Set(views.flatMap((view) => columnsOf(view).map(([name]) => name)))];

const ofQuery = (name: ParameterName) => ({
  description: parameters[name].help,
  schema: schemaOf(
    name === "cols" ? z.enum(columnNames) : parameterReaders[name],
    Array.isArray(defaults("contracts")[name]),
  ),
});

/** The query parameters of a handler. */
export function queryParameters(handler: string): ParameterObject[] {
  const { query, own } = endpointRequests[handler as keyof typeof endpointRequests].takes;
  // The path names what a parameter of the same name would.
  const inPath = own.flatMap(([name, { schema }]) => (handler.includes("{") && !schema ? name : []));
  const described = new Map<string, Pick<ParameterObject, "description" | "schema">>([
    ...query.map((name) => [name, ofQuery(name)] as const),
    ...own.map(
      ([name, { schema, repeats }]) =>
        [name, { description: meanings[name] ?? "", schema: schemaOf(schema, repeats) }] as const,
    ),
  ]);
  return [...described]
    .filter(([name]) => !inPath.includes(name))
    .map(([name, about]) => ({
      name,
      in: "query",
      ...(required[handler] === name && { required: true }),
      ...about,
    }));
}

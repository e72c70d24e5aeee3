import { z } from "zod";

import { actionKinds } from "@/lib/contracts/kinds";
import { type Endpoint, endpoints } from "@/lib/endpoints";
import { calendarType } from "@/lib/http/calendar";
import { mediaTypes, textTypes } from "@/lib/http/export";
import { feedTypes } from "@/lib/http/feed";
import { type ParameterObject, queryParameters } from "@/lib/http/openapi-parameters";
import { pictureTypes } from "@/lib/http/picture";
import { components, responses } from "@/lib/http/responses";

const types: Record<string, string> = {
  ...mediaTypes,
  ...pictureTypes,
  atom: feedTypes.atom,
  ics: calendarType,
  ...textTypes,
};

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(components)) registry.add(schema, { id });
for (const [path, schema] of Object.entries(responses)) registry.add(schema, { id: responseName(path) });

/** A path as a name: `contractsKey` for `/api/contracts/{key}`. */
function nameOf(path: string): string {
  const [first = "", ...others] = path.match(/\w+/g) ?? [];
  return [first, ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join("");
}

function responseName(handler: string): string {
  const name = nameOf(handler.replace(/^\/api/, ""));
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Response`;
}

const reference = (id: string) => ({ $ref: `#/components/schemas/${id}` });

/** The OpenAPI 3.1 document of every endpoint, made from the lists of endpoints, parameters and columns. */
export function openApi(origin: string) {
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    io: "input", // dollars, which are cents inside
  });
  return {
    openapi: "3.1.1",
    info: {
      title: "ICE contracts",
      version: "1",
      description:
        "Contract actions of U.S. Immigration and Customs Enforcement as published by USAspending.gov. Use GET. No key is needed, and other sites may call it. Money is in dollars, dates are ISO text, and a missing value is null. New fields may come without notice. Fields are never renamed.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: origin || "/" }],
    paths: Object.fromEntries(
      endpoints.flatMap((endpoint) =>
        [endpoint.path, ...(endpoint.also ?? [])].map((path) => [path, { get: operation(endpoint, path) }]),
      ),
    ),
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
      ),
      responses: {
        Problem: {
          description:
            "The request cannot be answered; the document says why and names each parameter at fault",
          content: { "application/problem+json": { schema: reference("Problem") } },
        },
      },
    },
  };
}

type Content = Record<string, { schema?: object }>;

/** The operation at one of an endpoint's paths. */
function operation({ path, handler = path, formats, answer }: Endpoint, at: string) {
  const [, extension] = /\.(\w+)$/.exec(at) ?? [];
  const content: Content = {};
  for (const format of extension ? [extension] : (formats ?? ["json"])) {
    const type = /^\/(?:actions|changes|weeks)\.json$/.test(at) ? feedTypes.json : (types[format] ?? "");
    content[type] =
      format === "json" && Object.hasOwn(responses, handler)
        ? { schema: reference(responseName(handler)) }
        : {};
  }
  return {
    operationId: nameOf(at),
    description: answer.replace("{kinds}", Object.keys(actionKinds).join(", ")),
    parameters: [...pathParameters(at), ...queryParameters(handler)],
    responses: {
      200: { description: "The data", content },
      304: { description: "The client has the current response, as its If-None-Match says" },
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

/** The parameters in the braces of a path. */
const pathParameters = (path: string): ParameterObject[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));

import type { Brief } from "@/lib/findings/brief";
import { briefMarkdown, briefText } from "@/lib/findings/brief-text";
import type { EndpointCall } from "@/lib/http/endpoint";
import { textTypes } from "@/lib/http/export";

const writers = { md: briefMarkdown, txt: briefText };

export const briefFormats = ["json", "md", "txt"] as const;

/** A brief as Markdown or plain text, to paste elsewhere. */
export const answerText = (
  { origin, respond }: Pick<EndpointCall<never, never>, "origin" | "respond">,
  format: keyof typeof writers,
  read: () => Promise<{ brief: Brief }>,
): Promise<Response> =>
  respond({ "content-type": textTypes[format] }, async () => writers[format]((await read()).brief, origin), {
    isAbsolute: true,
  });

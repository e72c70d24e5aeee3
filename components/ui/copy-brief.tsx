"use client";

import { CopyText } from "@/components/ui/copy-text";
import type { Brief } from "@/lib/findings/brief";
import { briefMarkdown, briefText } from "@/lib/findings/brief-text";

/** Copies a brief as text or Markdown, with absolute addresses. */
export const CopyBrief = ({ brief }: { brief: Brief }) => (
  <p className="no-print">
    <CopyText text="text" label="Copy as text" resolve={() => briefText(brief, location.origin)} />{" "}
    <CopyText
      text="markdown"
      label="Copy as Markdown"
      resolve={() => briefMarkdown(brief, location.origin)}
    />
  </p>
);

import type { Brief, BriefPiece } from "./brief";

const absolute = (href: string, origin: string) => (href.startsWith("/") ? `${origin}${href}` : href);

/** A brief as plain text; links are followed by their addresses. */
export function briefText({ title, lede, figures, sections }: Brief, origin: string): string {
  const line = (pieces: BriefPiece[]) =>
    pieces
      .map((piece) => {
        if (typeof piece === "string") return piece;
        if ("quote" in piece) return `“${piece.quote}”`;
        const address = absolute(piece.href, origin);
        return piece.text === address ? address : `${piece.text} (${address})`;
      })
      .join("");
  return [
    title,
    line(lede),
    figures.map(({ label, value, note }) => `${label}: ${value} – ${note}`).join("\n"),
    ...sections.map(({ title: name, lines }) =>
      [name.toUpperCase(), ...lines.map((pieces) => `- ${line(pieces)}`)].join("\n"),
    ),
    "",
  ].join("\n\n");
}

/** What Markdown or HTML would read as markup. */
const markup = /[\\`*_[\]<>#|~&]/g;
const escaped = (text: string) => text.replace(markup, "\\$&");

/** A brief as Markdown. */
export function briefMarkdown({ title, lede, figures, sections }: Brief, origin: string): string {
  const link = (text: string, href: string) =>
    `[${escaped(text)}](<${absolute(href, origin).replace(/[<>]/g, encodeURIComponent)}>)`;
  const line = (pieces: BriefPiece[]) =>
    pieces
      .map((piece) => {
        if (typeof piece === "string") return escaped(piece);
        return "quote" in piece ? `“${escaped(piece.quote)}”` : link(piece.text, piece.href);
      })
      .join("");
  return [
    `# ${escaped(title)}`,
    line(lede),
    figures
      .map(
        ({ label, value, href, note }) =>
          `- **${escaped(label)}:** ${href ? link(value, href) : value} – ${escaped(note)}`,
      )
      .join("\n"),
    ...sections.flatMap(({ title: name, lines }) => [
      `## ${escaped(name)}`,
      lines.map((pieces) => `- ${line(pieces)}`).join("\n"),
    ]),
    "",
  ].join("\n\n");
}

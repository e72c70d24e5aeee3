/**
 * A file that cannot be read as contract records. The message is one sentence without its period: what, where, what to do.
 * `other table`: the file is intact and of another kind (subawards, assistance, an export without actions), so it does not
 * make the archive it is in unusable. Everything else is `damaged`.
 */
export class FileRefusal extends Error {
  override name = "FileRefusal";
  constructor(
    message: string,
    readonly kind: "other table" | "damaged" = "damaged",
  ) {
    super(message);
  }
}

/**
 * Refuses a file whose first line shows that it is no table of text.
 * @throws {FileRefusal}
 */
export function refuseOtherFormats(start: string): void {
  const text = start.trimStart();
  if (text === "") throw new FileRefusal("The file is empty; download it again");
  const kinds: [boolean, string][] = [
    [
      /^<\?(?:xml|mso)/i.test(text),
      "The file is XML, as a workbook or a web page may be, not a table of text; save it as CSV, or download it again",
    ],
    [
      /^<[a-z!?/]/i.test(text),
      "The file is a web page, not a table, most likely an error page; download it again",
    ],
    [
      /^\{\\rtf/i.test(text),
      "The file is a document of a word processor (RTF), not a table; save the table as CSV",
    ],
    [
      text.startsWith("PK\u0003\u0004"),
      "The file is a zip archive or a workbook inside another; unpack it, or save it as CSV",
    ],
    [
      text.startsWith("\u001f\u008b") || text.startsWith("\u001f‹"),
      "The file is compressed twice; unpack it",
    ],
    [
      text.startsWith("version https://git-lfs"),
      "The file is a Git LFS pointer, which names the table and does not hold it; download the file itself",
    ],
    [text.startsWith("%PDF"), "The file is a PDF document, not a table; download the CSV"],
    [/^[{[]\s*(?:["{[\]}]|$)/.test(text), "The file is JSON, not a table; save it as CSV"],
    // The second test is the signature of a workbook from before Excel 2007.
    [
      text.includes("\0") || text.startsWith("ÐÏ\u0011à"),
      "The file holds binary data, not text; save it as CSV",
    ],
  ];
  for (const [found, sentence] of kinds) if (found) throw new FileRefusal(sentence);
}

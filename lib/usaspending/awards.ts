import { basename } from "node:path";
import { StringDecoder } from "node:string_decoder";
import type { Member, OpenMembers } from "@/lib/usaspending/tally";

/** An archive of award summaries is not what was ordered. The message is one sentence. */
export class NoSummaries extends Error {
  override name = "NoSummaries";
}

/**
 * The tables of award summaries of some archives as one table: the first header is kept, and the subawards that come
 * along are left out. Ordering agreements so share a file with contracts, as an import wants them.
 */
export async function* joinSummaries(
  archives: { path: string; name: string }[],
  openMembers: OpenMembers,
): AsyncGenerator<string> {
  let header: string | null = null;
  for (const { path, name } of archives) {
    let tables = 0;
    for await (const member of openMembers(path, name)) {
      if (!/PrimeAwardSummaries/i.test(basename(member.name))) continue;
      tables += 1;
      for await (const { first, text } of splitHeader(member)) {
        if (first === null) yield text;
        else if (header === null) {
          header = first;
          yield `${first}\n`;
        } else if (header !== first)
          throw new NoSummaries(`${member.name} has other columns than the award summaries before it`);
      }
    }
    if (tables === 0) throw new NoSummaries(`${name} holds no table of award summaries`);
  }
}

/** The first line of a table, and then its other text, which ends with a line end. */
async function* splitHeader({ bytes }: Member): AsyncGenerator<{ first: string | null; text: string }> {
  const decoder = new StringDecoder("utf8");
  let begin: string | null = "";
  let last = "\n";
  for await (const piece of bytes) {
    let text = decoder.write(Buffer.from(piece));
    if (begin !== null) {
      begin += text;
      const end = begin.indexOf("\n");
      if (end < 0) continue;
      yield {
        first: begin
          .slice(0, end)
          .replace(/^\uFEFF/, "")
          .replace(/\r$/, ""),
        text: "",
      };
      text = begin.slice(end + 1);
      begin = null;
    }
    if (text !== "") {
      last = text.at(-1) as string;
      yield { first: null, text };
    }
  }
  if (last !== "\n") yield { first: null, text: "\n" };
}

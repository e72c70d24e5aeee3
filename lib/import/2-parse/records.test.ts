import { describe, expect, it } from "vitest";
import { recordColumns } from "@/lib/contracts/columns";
import { readWhole, reported } from "@/lib/import/2-parse/testing/read";

const values = {
  contract_award_unique_key: "CONT_AWD_70CDCR26C00000016_7012_-NONE-_-NONE-",
  award_id_piid: "70CDCR26C00000016",
  modification_number: "0",
  action_date: "2026-01-15",
  federal_action_obligation: "1234.50",
  awarding_sub_agency_code: "7012",
  awarding_sub_agency_name: "U.S. Immigration and Customs Enforcement",
  recipient_name: "ACME",
  product_or_service_code_description: "HOUSEKEEPING- GUARD",
  naics_description: "",
  transaction_description: "GUARDS",
};
type Row = Partial<typeof values>;
const quote = (cell: string) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const line = (row: Row = {}, columns: readonly (keyof typeof values)[] = recordColumns, delimiter = ",") =>
  columns.map((column) => quote({ ...values, ...row }[column])).join(delimiter);
const head = recordColumns.join(",");

const read = (text: string | Uint8Array, size = 7) => readWhole(text, { size });

const descriptions = async (text: string, size?: number) =>
  (await read(text, size)).accepted.map(({ record }) => record.transaction_description);

describe("parseRecords", () => {
  it("reads a row into cents, days since 1970 and null for blank cells", async () => {
    const { accepted, rejected } = await read(`${head}\n${line({ recipient_name: " " })}\n`);
    expect(rejected).toEqual([]);
    expect(accepted).toMatchObject([{ line: 2, kind: "action", unmasked: 0 }]);
    const { naics_description, ...given } = values;
    expect(accepted.map(reported)).toEqual([
      {
        ...given,
        recipient_name: undefined,
        action_date: Date.parse("2026-01-15") / 86_400_000,
        federal_action_obligation: 123_450,
      },
    ]);
    expect(accepted[0]?.record).toMatchObject({
      recipient_name: null,
      naics_description: null,
      award_type_code: null,
    });
  });

  it.each([1, 2, 3, 10, 64, 100_000])(
    "reads the same whatever the size of the parts: %i bytes",
    async (size) => {
      const rows = ["PLAIN", "a\nb", "c\r\nd", 'say "hi"', "é€😀", "1,2"];
      const text = `\ufeff${head}\r\n${rows.map((text) => line({ transaction_description: text })).join("\r\n")}\r\n`;
      expect(await descriptions(text, size)).toEqual(rows);
    },
  );

  it.each([";", "\t", "|"])("recognizes the delimiter %j", async (delimiter) => {
    const text = `${recordColumns.join(delimiter)}\n${line({}, recordColumns, delimiter)}\n`;
    expect(await descriptions(text)).toEqual(["GUARDS"]);
  });

  it("reads columns in any order and lists those it does not use", async () => {
    const columns = [...recordColumns].reverse();
    const { accepted, ignored } = await read(`color,${columns.join(",")}\nred,${line({}, columns)}\n`);
    expect(accepted.map(({ record }) => record.award_id_piid)).toEqual(["70CDCR26C00000016"]);
    expect(ignored).toEqual(["color"]);
  });

  it("does without the column of award keys", async () => {
    const columns = recordColumns.slice(1);
    const { accepted } = await read(`${columns.join(",")}\n${line({}, columns)}\n`);
    expect(accepted[0]?.record.contract_award_unique_key).toBeNull();
  });

  it("keeps rows apart where line ends are mixed", async () => {
    expect(await descriptions(`${head}\r\n${line()}\n${line()}\r\n${line()}`)).toEqual([
      "GUARDS",
      "GUARDS",
      "GUARDS",
    ]);
  });

  it("skips empty lines without counting them as rows", async () => {
    const { accepted, rejected } = await read(`${head}\n\n${line()}\n\n\n`);
    expect([accepted.length, accepted[0]?.line, rejected.length]).toEqual([1, 3, 0]);
  });

  it("skips rows of separators, and reports how many", async () => {
    const commas = ",".repeat(head.split(",").length - 1);
    const { accepted, rejected, notes } = await read(`${head}\n${line()}\n${commas}\n${commas}`);
    expect([accepted.length, rejected.length]).toEqual([1, 0]);
    expect(notes).toEqual(["2 rows hold nothing but separators and are passed over."]);
  });

  it("reports the physical line of a row, also after line breaks in quotes", async () => {
    const text = `${head}\n${line({ transaction_description: "a\nb\r\nc" })}\n${line({ action_date: "never" })}\n`;
    for (const size of [5, 100_000]) {
      const { rejected } = await read(text, size);
      expect(rejected.map((reject) => reject.line)).toEqual([5]);
    }
  });

  it.each<[keyof typeof values, string, RegExp]>([
    ["award_id_piid", "", /is empty/],
    ["award_id_piid", "1.23E+11", /spreadsheet/],
    ["award_id_piid", "7.00E+13", /spreadsheet/],
    ["award_id_piid", "70 CD", /letters, digits/],
    ["award_id_piid", "X".repeat(51), /up to 50/],
    ["modification_number", " ", /is empty/],
    ["action_date", "2026-02-30", /is not a day/],
    ["action_date", "1977-12-31", /1978/],
    ["action_date", "2050-01-01", /2049/],
    ["federal_action_obligation", "", /is empty/],
    ["federal_action_obligation", "1.23E+11", /exponent/],
    ["federal_action_obligation", "1.234", /two decimal places/],
    ["federal_action_obligation", "99999999999999.00", /is beyond/],
    ["federal_action_obligation", "free", /is not an amount/],
    ["action_date", "5/31/60", /two digits/],
    ["action_date", "31/31/2021", /is not a day/],
    ["awarding_sub_agency_code", "X".repeat(21), /longer than 20/],
  ])("rejects %s %j with the reason", async (column, value, reason) => {
    const { accepted, rejected } = await read(`${head}\n${line({ [column]: value })}\n${line()}\n`);
    expect(accepted.length).toBe(1);
    expect(rejected).toEqual([
      {
        file: "file.csv",
        line: 2,
        column,
        value,
        reason: expect.stringMatching(reason),
        row: { ...values, record_kind: "action", [column]: value },
      },
    ]);
  });

  it("rejects a row of too many or too few cells and reads on", async () => {
    const { accepted, rejected } = await read(`${head}\n${line()},more\na,b\n${line()}\n`);
    expect(accepted.length).toBe(1);
    expect(rejected.map(({ reason }) => reason)).toEqual([
      "has 12 cells where the header has 11",
      "has 2 cells where the header has 11",
    ]);
    expect(rejected.map(({ value }) => value)).toEqual(["more", ""]);
    expect(rejected[1]?.row.award_id_piid).toBe("b");
  });

  it("rejects a row whose quotes are malformed", async () => {
    const { rejected } = await read(`${head}\n${line({}).replace("GUARDS", '"GU"ARDS"')}\n${line()}\n`);
    expect(rejected[0]?.reason).toMatch(/quotation mark/);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ["an empty file", "", /is empty/],
    ["a file of blank lines", "\n\n", /is empty/],
    ["a web page", "<!DOCTYPE html>\n<html></html>", /web page/],
    ["a zip archive", Uint8Array.of(80, 75, 3, 4, 20, 0, 0), /zip archive/],
    ["a PDF document", "%PDF-1.4\n", /PDF/],
    ["bytes that are no text", new Uint8Array(50), /binary/],
    ["a compressed file", Uint8Array.of(31, 139, 8, 0), /compressed/],
    ["JSON", '{"results": []}', /JSON/],
    ["another table", "color,size\n1,2\n", /No line .* must name award_id_piid, modification_number/],
    ["one missing column", `${head.replace("recipient_name,", "")}\n`, /lacks the column recipient_name;/],
    ["a column named twice", `${head},recipient_name\n`, /recipient_name twice, as columns 8 and 12/],
    ["a quote that is never closed", `${head}\n${line()}\n"${line()}\n${line()}\n`, /line 3 .* never closed/],
    ["a file cut inside a row", `${head}\n${line()}\n${line().slice(0, 60)}`, /ends inside a row: line 3/],
  ])("refuses %s", async (_, text, sentence) => {
    await expect(read(text)).rejects.toThrow(sentence);
  });

  it("refuses a quote that is never closed before the file fills the memory", async () => {
    const text = `${head}\n"${`${line()}\n`.repeat(20_000)}`;
    await expect(read(text, 65_536)).rejects.toThrow(/line 2 .* never closed/);
  });

  it("masks descriptions, and every cell of a rejected row", async () => {
    const transaction_description = "COR JANE.DOE@ICE.DHS.GOV";
    const { accepted, rejected, masked } = await read(
      `${head}\n${line({ transaction_description })}\n${line({ transaction_description, action_date: "call 202-732-2970" })}\n`,
    );
    expect(accepted[0]?.record.transaction_description).toBe("COR [e-mail removed]");
    expect(rejected[0]?.value).toBe("call [phone removed]");
    expect(rejected[0]?.row.transaction_description).toBe("COR [e-mail removed]");
    expect(masked).toBe(3);
  });

  it("separates descriptions that masking made equal", async () => {
    const { accepted } = await read(
      `${head}\n${line({ transaction_description: "COR A@B.GOV" })}\n${line({ transaction_description: "COR C@D.GOV" })}\n`,
    );
    const [one, other] = accepted;
    expect(one?.record).toEqual(other?.record);
    expect(one?.unmasked).not.toBe(other?.unmasked);
  });

  it("removes the formula guard from our own exports only", async () => {
    const guarded = line({ transaction_description: "'=1+1", federal_action_obligation: "-5.00" });
    expect(await descriptions(`${head},snapshot\n${guarded},abc\n`)).toEqual(["=1+1"]);
    expect(await descriptions(`${head}\n${guarded}\n`)).toEqual(["'=1+1"]);
  });

  it("lists an unknown column that is named twice or like an object's property", async () => {
    const { accepted, ignored } = await read(`${head},note,note,__proto__\n${line()},a,b,c\n`);
    expect(accepted.length).toBe(1);
    expect(ignored).toEqual(["note", "note", "__proto__"]);
  });

  it.each([
    ["a line of two million characters", `${head}\n${"x,".repeat(1_000_000)}`, /Line 2 goes on/],
    ["two million empty lines", "\n".repeat(2_000_000), /begins with a million empty characters/],
    ["a header of two million characters", "x".repeat(2_000_000), /Line 1 goes on/],
  ])("refuses %s without speaking of quotes", async (_, text, sentence) => {
    await expect(read(text, 65_536)).rejects.toThrow(sentence);
  });

  it("rejects a row that holds a zero byte", async () => {
    const { accepted, rejected } = await read(`${head}\n${line({ recipient_name: "A\0B" })}\n${line()}\n`);
    expect([accepted.length, rejected[0]?.reason]).toEqual([1, "holds bytes that are no text"]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { dayNumber } from "@/lib/contracts/days";
import { codeColumns } from "@/lib/import/2-parse/codes";
import { csvTable, readWhole } from "@/lib/import/2-parse/testing/read";

/** A row of a narrow table. */
const row = (patch: Record<string, string> = {}) => ({
  contract_award_unique_key: "CONT_AWD_70CDCR24P00000001_7012_-NONE-_-NONE-",
  award_id_piid: "70CDCR24P00000001",
  modification_number: "0",
  action_date: "2024-05-01",
  federal_action_obligation: "100.00",
  awarding_sub_agency_code: "7012",
  recipient_name: "EXAMPLE LLC",
  transaction_description: "TEST ITEM",
  ...patch,
});

const dated = (...days: string[]) => csvTable(days.map((action_date) => row({ action_date })));
const days = async (text: string) => {
  const { accepted, notes } = await readWhole(text);
  return { days: accepted.map(({ record }) => record.action_date), notes };
};
const inDays = (...days: string[]) => days.map((day) => dayNumber(day));

describe("dates of a file", () => {
  it("are read day first from the start if a later one proves it", async () => {
    const found = await days(dated("05/04/2024", "01/12/2024", "27/03/2024", "2024-05-04"));
    expect(found).toEqual({
      days: inDays("2024-04-05", "2024-12-01", "2024-03-27", "2024-05-04"),
      notes: ["Dates are read day first, as 27/03/2024 on line 4 shows."],
    });
  });

  it("are read day first also with dashes between one-digit numbers", async () => {
    const { days: found } = await days(dated("5-11-2024", "01-5-2024", "27-3-2024"));
    expect(found).toEqual(inDays("2024-11-05", "2024-05-01", "2024-03-27"));
  });

  it("are read month first if one proves it, without a note", async () => {
    expect(await days(dated("05/04/2024", "03/27/2024"))).toEqual({
      days: inDays("2024-05-04", "2024-03-27"),
      notes: [],
    });
  });

  it("are read month first if nothing proves an order, with a note", async () => {
    const { days: found, notes } = await days(dated("05/04/2024", "01/12/2024"));
    expect(found).toEqual(inDays("2024-05-04", "2024-01-12"));
    expect(notes).toEqual([
      "Nothing shows whether the dates of 1 column (action_date) begin with the month or the day; they are read month first (05/04/2024 on line 2).",
    ]);
  });

  it("in both orders in one column are refused, naming a line of each", async () => {
    await expect(readWhole(dated("05/04/2024", "27/03/2024", "03/28/2024"))).rejects.toThrow(
      "The dates of action_date begin with the day on line 3 (27/03/2024) and with the month on line 4 (03/28/2024)",
    );
  });

  it("of a column that proves nothing follow the columns that do", async () => {
    const text = csvTable([
      row({ action_date: "05/04/2024", period_of_performance_start_date: "06/04/2024" }),
      row({ action_date: "27/03/2024", period_of_performance_start_date: "01/04/2024" }),
    ]);
    const { accepted } = await readWhole(text);
    expect(accepted.map(({ record }) => record.period_of_performance_start_date)).toEqual(
      inDays("2024-04-06", "2024-04-01"),
    );
  });
});

it("reports the order of each column if columns prove both", async () => {
  const { accepted, notes } = await readWhole(
    csvTable([
      row({
        action_date: "03/27/2024",
        period_of_performance_start_date: "28/03/2024",
        period_of_performance_current_end_date: "05/04/2025 00:00:00 UTC",
      }),
    ]),
  );
  expect(notes).toEqual([
    "The dates of period_of_performance_start_date are read day first (28/03/2024 on line 2) and those of action_date month first (03/27/2024 on line 2).",
    "Nothing shows whether the dates of 1 column (period_of_performance_current_end_date) begin with the month or the day; they are read month first (05/04/2025 00:00:00 UTC on line 2).",
  ]);
  expect(accepted[0]?.record).toMatchObject({
    action_date: dayNumber("2024-03-27"),
    period_of_performance_start_date: dayNumber("2024-03-28"),
    period_of_performance_current_end_date: dayNumber("2025-05-04"),
  });
});

describe("a stray quotation mark", () => {
  const header = csvTable([row()]).split("\n")[0];
  const line = (number: number, description = "TEST ITEM") =>
    Object.values(
      row({
        contract_award_unique_key: `CONT_AWD_70CDCR24P0000100${number}_7012_-NONE-_-NONE-`,
        award_id_piid: `70CDCR24P0000100${number}`,
        transaction_description: description,
      }),
    ).join(",");

  it.each([
    ["before a text, closed rows later", [line(1, '"24 INCH SCREEN'), line(2), line(3, 'X" CABLE'), line(4)]],
    [
      "before a text, closed by the quote of another",
      [line(1, '"24 INCH'), line(2), line(3, '"A, B"'), line(4)],
    ],
    [
      "that swallows two thousand rows",
      [line(1, '"24'), ...Array.from({ length: 2_000 }, () => line(2)), line(3, '5"')],
    ],
  ])("%s is refused with its line", async (_, lines) => {
    await expect(readWhole([header, ...lines, ""].join("\n"), { size: 65_536 })).rejects.toThrow(
      /^Line 2 opens a quotation mark that swallows rows after it/,
    );
  });

  /** Four rows: one opens a quotation mark before the text of a column, and the one after `between` closes it. */
  const opened = (column: string, { order = [column], between = 0, end = "\n", inside = "" } = {}) => {
    const columns = [...new Set([...order, ...Object.keys(row())])];
    const name = (number: number, text: string) => {
      const cells: Record<string, string> = {
        ...row({
          contract_award_unique_key: `CONT_AWD_70CDCR24P0000200${number}_7012_-NONE-_-NONE-`,
          award_id_piid: `70CDCR24P0000200${number}`,
          action_date: "27/03/2024",
        }),
        [column]: text,
      };
      return columns.map((column) => cells[column]).join(",");
    };
    const swallowed = [
      name(2, '"ACME'),
      ...Array.from({ length: between }, () => name(3, "BETA")),
      name(4, 'CO"'),
    ].join(inside || end);
    return [columns.join(","), name(1, "BETA"), swallowed, name(5, "BETA"), ""].join(end);
  };
  const between = { order: ["award_id_piid", "recipient_name", "action_date"] };

  it.each([
    ["of a first column of text", opened("recipient_name")],
    ["of a first column of text, rows later", opened("recipient_name", { between: 3 })],
    ["of a column between the PIID and the date", opened("recipient_name", between)],
    ["of a last column", opened("transaction_description", { order: [] })],
    ["of a last column where CR ends the rows", opened("transaction_description", { order: [], end: "\r" })],
    ["of a first column where CR ends the rows", opened("recipient_name", { between: 50, end: "\r" })],
    [
      "where CR ends some rows of a file of LF",
      opened("transaction_description", { order: [], between: 2, inside: "\r" }),
    ],
    [
      "where CR ends some rows of a file of CRLF",
      opened("recipient_name", { end: "\r\n", between: 1, inside: "\r" }),
    ],
  ])("%s is refused with its line", async (_, text) => {
    await expect(readWhole(text)).rejects.toThrow(/^Line 3 opens a quotation mark that swallows rows/);
  });

  it.each([
    ["\n", "\n"],
    ["\r\n", "\n"],
    ["\n", "\r"],
    ["\r", "\r"],
    ["\r", "\n"],
    ["\r\n", "\r\n"],
  ])(
    "is none in texts of several lines anywhere in a row: rows end with %j, lines with %j",
    async (end, inside) => {
      const text = ["A, 2024-05-01", "B, C", "", "70CDCR24P00000001 OF 2024-05-01"].join(inside);
      const { transaction_description: _, recipient_name: __, ...others } = row();
      const { award_id_piid, ...rest } = others;
      const tables = [
        { transaction_description: text, recipient_name: text, ...others },
        { award_id_piid, transaction_description: text, recipient_name: text, ...rest },
        { ...others, recipient_name: text, transaction_description: text },
      ];
      for (const table of tables) {
        const { accepted } = await readWhole(csvTable([table, table], { end }));
        expect(accepted).toHaveLength(2);
      }
    },
  );

  it("does not change the line numbers of a file whose rows end with CR", async () => {
    const { accepted } = await readWhole(
      csvTable([row({ transaction_description: "A\rB" }), row()], { end: "\r" }),
    );
    expect(accepted.map(({ line }) => line)).toEqual([2, 4]);
  });

  it("is not found in a genuine description of several lines", async () => {
    const description = '"FIRST LINE, WITH A COMMA\nSECOND LINE, 2024-05-01, 5, A, B, C, D, E, F"';
    const { accepted } = await readWhole([header, line(1, description), line(2), ""].join("\n"));
    expect(accepted).toHaveLength(2);
  });
});

describe("lines above the header", () => {
  const table = (delimiter: string) => csvTable([row(), row({ modification_number: "1" })], { delimiter });

  it.each([
    ["sep=;", `sep=;\n${table(";")}`],
    ["sep=; with a byte order mark and quotes", `\ufeff"sep=;"\r\n${table(";")}`],
    ["sep=|", `sep=|\n${table("|")}`],
    ["sep= and a tab", `sep=\t\r\n${table("\t")}`],
    ["sep=\\t", `sep=\\t\n${table("\t")}`],
    ['sep="," with a blank before it', ` sep=","\n${table(",")}`],
  ])("may state the delimiter: %s", async (_, text) => {
    const { accepted, notes } = await readWhole(text);
    expect(accepted.map(({ line }) => line)).toEqual([3, 4]);
    expect(notes).toEqual([]);
  });

  it("may be titles, and a note gives the line of the header", async () => {
    const { accepted, notes } = await readWhole(
      `Contracts of ICE, downloaded 1 May 2024\n\nAll offices\n${table(";")}`,
    );
    expect(accepted.map(({ line }) => line)).toEqual([5, 6]);
    expect(notes).toEqual(["The header is on line 4; what stands above it is no part of the table."]);
  });

  it("may name a column", async () => {
    const { accepted } = await readWhole(`Agency,ICE\nDescription,"A, B"\n${table(";")}`);
    expect(accepted.map(({ line }) => line)).toEqual([4, 5]);
  });

  it("above a table that never begins are no titles", async () => {
    await expect(readWhole(`${"A title\n".repeat(20)}${table(",")}`)).rejects.toThrow(
      /^None of the first 20 rows is the header .*; take out what stands above it$/,
    );
  });

  it("do not hide which columns the header lacks", async () => {
    const text = table(",").replaceAll("recipient_name", "size");
    await expect(readWhole(`Agency,ICE\nA title\n${text}`)).rejects.toThrow(
      /lacks the column recipient_name;/,
    );
  });
});

it.each([
  ["no header", csvTable([row()]).split("\n").slice(1).join("\n"), /has no header/],
  ["a pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", /Git LFS pointer/],
  ...[
    "<table><tr><td>award_id_piid</td>",
    "<meta charset='utf-8'><table>",
    "<tr>\n",
    "</div>",
    "<!-- a -->",
  ].map((text): [string, string | Uint8Array, RegExp] => ["HTML", `\n ${text}`, /web page/]),
  [
    "a workbook of XML",
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>',
    /^The file is XML, as a workbook or a web page may be/,
  ],
  ["RTF", "{\\rtf1\\ansi award_id_piid}", /\(RTF\)/],
  ["an error message", "Access denied. Your request was blocked.\n", /^No line of the file is the header/],
  [
    "an error message with a comma",
    "Sorry, access denied",
    /if this is an error message, download the file again$/,
  ],
  [
    "a separator that is not read",
    `sep=~\n${csvTable([row()]).replaceAll(",", "~")}`,
    /^The file says that "~" separates/,
  ],
  [
    "changes since another file",
    csvTable([{ correction_delete_ind: "D", ...row() }]),
    /^The file has the column correction_delete_ind, .* list of changes .*Full archive/,
  ],
  [
    "an old workbook",
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0x0a, 0x20),
    /^The file holds binary data/,
  ],
])("refuses %s by its name", async (_, text, sentence) => {
  await expect(readWhole(text)).rejects.toThrow(sentence);
});

describe("separators at the ends of lines", () => {
  const [header = "", ...lines] = csvTable([row(), row({ modification_number: "1" })])
    .trim()
    .split("\n");
  const read = (ofHeader: string, ofRows: string, before = "", end = "\n") =>
    readWhole([header + ofHeader, ...lines.map((line) => before + line + ofRows)].join("\n") + end);
  const trailing = "2 rows end with a separator that has nothing behind it, the first on line 2.";
  const lacking =
    "2 rows lack the cells under separators at the end of the header that have nothing behind them, the first on line 2.";

  it.each([
    ["", ",", [trailing]],
    ["", ",,,", [trailing]],
    ["", ", ,\t,", [trailing]],
    [",", "", [lacking]],
    [",,,", "", [lacking]],
    [",,", ",", [lacking]],
    [",", ",,,", [trailing]],
    [",,,", ",,,", []],
  ])(
    "are passed over with a note: %j behind the header, %j behind the rows",
    async (ofHeader, ofRows, sentences) => {
      for (const end of ["\n", ""]) {
        const { accepted, notes } = await read(ofHeader, ofRows, "", end);
        expect(accepted.map(({ record }) => record.modification_number)).toEqual(["0", "1"]);
        expect(notes).toEqual(sentences);
      }
    },
  );

  it("may follow rows that R numbered", async () => {
    const { accepted, notes } = await read("", ",,", "17,");
    expect(accepted).toHaveLength(2);
    expect(notes).toEqual([trailing]);
  });

  it("do not hide an extra cell with a value: the row is rejected with its number of cells", async () => {
    const { rejected } = await read("", ",,x,,");
    expect(rejected.map(({ reason }) => reason)).toEqual(
      Array(2).fill("has 12 cells where the header has 8"),
    );
  });
});

it("tells a separator at the end from R's row numbers, also if the first column is a number", async () => {
  const { awarding_sub_agency_code, ...others } = row();
  const [header, line] = csvTable([{ awarding_sub_agency_code, ...others }]).split("\n");
  const { accepted } = await readWhole(`${header}\n${line},\n17,${line}\n`);
  expect(accepted.map(({ record }) => record.awarding_sub_agency_code)).toEqual(["7012", "7012"]);
});

describe("one action in other spellings", () => {
  const same = async (patch: Record<string, string>) => {
    const { accepted, notes } = await readWhole(csvTable([row(), row(patch)]));
    expect(accepted[1]?.record).toEqual(accepted[0]?.record);
    return notes;
  };

  it.each([
    [
      "a formula",
      { award_id_piid: '="70CDCR24P00000001"', awarding_sub_agency_code: '="7012"' },
      /2 cells are formulas/,
    ],
    [
      "an apostrophe",
      { award_id_piid: "'70CDCR24P00000001", modification_number: "'0" },
      /2 cells begin with an apostrophe/,
    ],
    ["zeros", { modification_number: "000" }, /from 00 to 0/],
    ["small letters", { award_id_piid: "70cdcr24p00000001" }, /to capitals/],
    ["hyphens", { award_id_piid: "70CDCR-24-P-00000001" }, /^1 identifier is .* without hyphens/],
    [
      "dashes",
      { award_id_piid: "70CDCR\u201124\u2013P\u201300000001" },
      /^1 identifier is .* without hyphens/,
    ],
  ])("is one: %s", async (_, patch, sentence) => {
    expect(await same(patch)).toEqual([expect.stringMatching(sentence)]);
  });

  it.each([
    { awarding_sub_agency_code: "07012" },
    { awarding_sub_agency_code: "ICE" },
    { awarding_sub_agency_code: "7012.0" },
  ])("is of one agency: %o", async (patch) => {
    const { accepted } = await readWhole(csvTable([row(), row(patch)]));
    expect(accepted.map(({ record }) => record.awarding_sub_agency_code)).toEqual(["7012", "7012"]);
  });
});

it("rejects a text that is too long, with its line", async () => {
  const { accepted, rejected } = await readWhole(
    csvTable([
      row(),
      row({ recipient_name: "A".repeat(501) }),
      row({ transaction_description: "A ".repeat(5_001) }),
    ]),
  );
  expect(accepted).toHaveLength(1);
  expect(rejected.map(({ line, column, reason }) => [line, column, reason])).toEqual([
    [3, "recipient_name", "is longer than 500 characters"],
    [4, "transaction_description", "is longer than 10,000 characters"],
  ]);
});

it("reads the zero of Excel's comma style, and no other dash", async () => {
  const amounts = [" -   ", "-", " - ", "-   ", " -    "];
  const { accepted, rejected } = await readWhole(
    csvTable(amounts.map((federal_action_obligation) => row({ federal_action_obligation }))),
  );
  expect(accepted.map(({ line, record }) => [line, record.federal_action_obligation])).toEqual([[2, 0]]);
  expect(rejected.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
});

it("reports how many amounts were rounded to cents", async () => {
  const { accepted, notes } = await readWhole(
    csvTable([
      row({ federal_action_obligation: "29898236.000000004" }),
      row({ federal_action_obligation: "0.30000000000000004" }),
    ]),
  );
  expect(accepted.map(({ record }) => record.federal_action_obligation)).toEqual([2_989_823_600, 30]);
  expect(notes).toEqual([
    expect.stringMatching(/^2 amounts have digits behind the cents .* rounded off, the first on line 2/),
  ]);
});

describe("exports of other sites", () => {
  it("are read by the names of FPDS", async () => {
    const { accepted } = await readWhole(
      csvTable([
        {
          "Contract ID": "70CDCR24P00000600",
          "Reference IDV": "47QTCA18D00A2",
          "Modification Number": "0",
          "Transaction Number": "0",
          "Award/IDV Type": "PURCHASE ORDER",
          "Action Obligation ($)": "$1,234.50",
          "Date Signed": "05/31/2024",
          "Contracting Agency": "U.S. IMMIGRATION AND CUSTOMS ENFORCEMENT",
          "Contracting Agency ID": "7012",
          "Legal Business Name": "EXAMPLE LLC",
          NAICS: "541511",
          PSC: "D302",
          "Unique Entity ID": "ABC123DEF456",
        },
      ]),
    );
    expect(accepted[0]).toMatchObject({
      kind: "action",
      record: {
        award_id_piid: "70CDCR24P00000600",
        parent_award_id_piid: "47QTCA18D00A2",
        parent_award_agency_id: null,
        action_date: dayNumber("2024-05-31"),
        federal_action_obligation: 123_450,
        award_type_code: "B",
        awarding_sub_agency_code: "7012",
        recipient_name: "EXAMPLE LLC",
        recipient_uei: "ABC123DEF456",
      },
    });
  });

  it("are read by the names of SAM.gov", async () => {
    const { accepted } = await readWhole(
      csvTable([
        {
          contractIdSubtierCode: "7012",
          contractIdSubtierName: "U.S. IMMIGRATION AND CUSTOMS ENFORCEMENT",
          piid: "70CDCR24P00000610",
          modificationNumber: "P00001",
          referencedIDVPiid: "47QTCA18D00A2",
          referencedIDVSubtierCode: "4732",
          dateSigned: "2024-05-01",
          actionObligation: "1234.50",
          awardeeLegalBusinessName: "EXAMPLE LLC",
          uniqueEntityId: "ABC123DEF456",
        },
      ]),
    );
    expect(accepted[0]?.record).toMatchObject({
      award_id_piid: "70CDCR24P00000610",
      parent_award_id_piid: "47QTCA18D00A2",
      parent_award_agency_id: "4732",
      modification_number: "P00001",
      federal_action_obligation: 123_450,
      awarding_sub_agency_code: "7012",
    });
  });
});

describe("an ordering agreement in an export of another site", () => {
  const sam = (piid: string, patch: Record<string, string>) => ({
    contractIdSubtierCode: "7012",
    piid,
    modificationNumber: "0",
    dateSigned: "2024-05-01T00:00:00Z",
    actionObligation: "10.00",
    awardeeLegalBusinessName: "EXAMPLE LLC",
    awardeeUEI: "ABC123DEF456",
    descriptionOfContractRequirement: "GUARDS",
    contractingOfficeCode: "70CDCR",
    contractingOfficeName: "DETENTION",
    ...patch,
  });

  it("is recognized by the type columns of SAM.gov", async () => {
    const { accepted, rejected } = await readWhole(
      csvTable([
        sam("70CDCR24FR0000611", {
          awardOrIDV: "AWARD",
          awardOrIDVTypeCode: "C",
          awardOrIDVTypeName: "DELIVERY ORDER",
        }),
        sam("70CDCR24D0000612", {
          awardOrIDV: "IDV",
          awardOrIDVTypeCode: "B",
          awardOrIDVTypeName: "INDEFINITE DELIVERY CONTRACT",
        }),
      ]),
    );
    expect(rejected).toEqual([]);
    expect(accepted.map(({ kind }) => kind)).toEqual(["action", "agreement"]);
    expect(accepted[0]?.record).toMatchObject({
      recipient_uei: "ABC123DEF456",
      awarding_office_code: "70CDCR",
      awarding_office_name: "DETENTION",
      transaction_description: "GUARDS",
      award_type_code: "C",
    });
  });

  it("is recognized by the type and the PIID of FPDS", async () => {
    const fpds = (piid: string, type: string) => ({
      "Contract ID": piid,
      "Award/IDV Type": type,
      "Modification Number": "0",
      "Action Obligation ($)": "$900.00",
      "Date Signed": "05/13/2024",
      "Contracting Agency ID": "7012",
      "Legal Business Name": "EXAMPLE LLC",
    });
    const { accepted, rejected } = await readWhole(
      csvTable([
        fpds("70CDCR24A0000701", "BPA"),
        fpds("70CDCR24F0000702", "BPA"),
        fpds("70CDCR24D0000703", "IDC"),
        fpds("70CDCR24F0000704", "DELIVERY/TASK ORDER"),
      ]),
    );
    expect(rejected).toEqual([]);
    expect(accepted.map(({ kind, record }) => [kind, record.award_type_code])).toEqual([
      ["agreement", null],
      ["action", "A"],
      ["agreement", null],
      ["action", "C"],
    ]);
  });
});

describe("a code and its label", () => {
  const competed = (extent_competed_code: string, extent_competed: string) =>
    row({ extent_competed_code, extent_competed });

  it("are swapped back, with a note", async () => {
    const { accepted, notes } = await readWhole(
      csvTable([competed("A", "FULL AND OPEN COMPETITION"), competed("FULL AND OPEN COMPETITION", "A")]),
    );
    expect(accepted.map(({ record }) => [record.extent_competed_code, record.extent_competed])).toEqual([
      ["A", "FULL AND OPEN COMPETITION"],
      ["A", "FULL AND OPEN COMPETITION"],
    ]);
    expect(notes).toEqual([
      "1 row has extent_competed_code and extent_competed swapped; they were swapped back, the first on line 3.",
    ]);
  });

  it("is not reported if the code is unknown, with a note", async () => {
    const { accepted, notes } = await readWhole(csvTable([competed("ZZZ", "SOMETHING")]));
    expect(accepted[0]?.record).toMatchObject({ extent_competed_code: null, extent_competed: "SOMETHING" });
    expect(notes).toEqual([
      expect.stringMatching(/^1 value of extent_competed_code, .* not reported, the first on line 2/),
    ]);
  });

  /** Two codes with labels for every column of codes. */
  const samples: Record<string, [code: string, label: string][]> = {
    awarding_office_code: [
      ["70CDCR", "DETENTION COMPLIANCE AND REMOVALS"],
      ["ACD00", "DALLAS"],
    ],
    funding_office_code: [
      ["70CTD0", "INFORMATION TECHNOLOGY DIVISION"],
      ["HSCEMD", "OFFICE OF ACQUISITION"],
    ],
    recipient_uei: [
      ["ABC123DEF456", "EXAMPLE LLC"],
      ["DEF456ABC123", "ACCENTURELLC"],
    ],
    recipient_parent_uei: [
      ["ABC123DEF456", "EXAMPLE HOLDINGS"],
      ["DEF456ABC123", "EXAMPLE GROUP"],
    ],
    product_or_service_code: [
      ["S206", "HOUSEKEEPING- GUARD"],
      ["7030", "TOOL"],
    ],
    naics_code: [
      ["561612", "SECURITY GUARDS AND PATROL SERVICES"],
      ["541511", "CUSTOM COMPUTER PROGRAMMING SERVICES"],
    ],
    primary_place_of_performance_state_code: [
      ["TX", ""],
      ["DC", ""],
    ],
    primary_place_of_performance_country_code: [
      ["USA", ""],
      ["MEX", ""],
    ],
    extent_competed_code: [
      ["A", "FULL AND OPEN COMPETITION"],
      ["CDO", "COMPETITIVE DELIVERY ORDER"],
    ],
    type_of_contract_pricing_code: [
      ["J", "FIRM FIXED PRICE"],
      ["Y", "TIME AND MATERIALS"],
    ],
    type_of_set_aside_code: [
      ["NONE", "NO SET ASIDE USED."],
      ["8A", "8A COMPETED"],
    ],
  };

  it("are corrected, and unknown codes not reported, in every column of codes", async () => {
    expect(Object.keys(samples).sort()).toEqual(codeColumns.map(({ code }) => code).sort());
    const state = fc.constantFrom("as recorded", "swapped", "unknown");
    const drawn = fc.record(
      Object.fromEntries(codeColumns.map(({ code }) => [code, fc.tuple(state, fc.nat({ max: 1 }))])),
    );
    await fc.assert(
      fc.asyncProperty(drawn, async (cases) => {
        const cells: Record<string, string> = {};
        const expected: Record<string, string | null> = {};
        let changed = 0;
        for (const { code, label } of codeColumns) {
          const [how, which] = cases[code] as [string, number];
          const [known = "", words = ""] = (samples[code] ?? [])[which] ?? [];
          // Letters alone may be a name or a code of an office, and stay where they are.
          const swaps = how === "swapped" && label !== undefined && known !== "HSCEMD";
          const isUnknown = how === "unknown";
          if (swaps || isUnknown) changed += 1;
          cells[code] = isUnknown ? "#?" : swaps ? words : known;
          expected[code] = isUnknown ? null : known;
          if (!label) continue;
          cells[label] = swaps ? known : words;
          expected[label] = words;
        }
        const { accepted, notes } = await readWhole(csvTable([row(cells)]));
        expect(accepted[0]?.record).toMatchObject(expected);
        expect(notes).toHaveLength(changed);
      }),
      { numRuns: 200 },
    );
  });

  it("of the sub-agency are swapped back, with a note", async () => {
    const { accepted, notes } = await readWhole(
      csvTable([
        row({
          awarding_sub_agency_code: "Drug Enforcement Administration",
          awarding_sub_agency_name: "1524",
        }),
      ]),
    );
    expect(accepted[0]?.record).toMatchObject({
      awarding_sub_agency_code: "1524",
      awarding_sub_agency_name: "Drug Enforcement Administration",
    });
    expect(notes).toEqual([expect.stringMatching(/swapped; they were swapped back/)]);
  });

  it("does not take a number in the UEI column for the recipient's name", async () => {
    const { accepted, notes } = await readWhole(
      csvTable([row({ recipient_uei: "2025551234", recipient_name: "ACCENTURELLC" })]),
    );
    expect(accepted[0]?.record).toMatchObject({ recipient_uei: null, recipient_name: "ACCENTURELLC" });
    expect(notes.join()).not.toContain("2025551234");
  });
});

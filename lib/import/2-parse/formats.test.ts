import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "@/lib/contracts/days";
import { csvTable, readWhole, reported } from "@/lib/import/2-parse/testing/read";

const key = "CONT_AWD_70CDCR24FR0000006_7012_47QTCA18D00A2_4732";

/** A row of the download of prime transactions, with columns of every kind and a few that are ignored. */
const transaction = {
  contract_transaction_unique_key: "7012_4732_70CDCR24FR0000006_P00011_47QTCA18D00A2_0",
  contract_award_unique_key: key,
  award_id_piid: "70CDCR24FR0000006",
  modification_number: "P00011",
  transaction_number: "0",
  federal_action_obligation: "7372680.00",
  total_dollars_obligated: "20000000.00",
  potential_total_value_of_award: "90000000.00",
  action_date: "2025-10-09",
  period_of_performance_start_date: "2024-09-30",
  period_of_performance_current_end_date: "2025-11-30",
  period_of_performance_potential_end_date: "2029-09-29 00:00:00",
  awarding_sub_agency_code: "7012",
  awarding_sub_agency_name: "U.S. Immigration and Customs Enforcement",
  awarding_office_code: "70CDCR",
  recipient_uei: "ABCDEFGHJKL1",
  recipient_name: "CAPGEMINI GOVERNMENT SOLUTIONS LLC",
  recipient_phone_number: "2025550143",
  recipient_fax_number: "2025550144",
  award_or_idv_flag: "AWARD",
  award_type_code: "C",
  award_type: "DELIVERY ORDER",
  idv_type_code: "",
  transaction_description: "SKIP TRACING",
  action_type_code: "C",
  action_type: "FUNDING ONLY ACTION",
  product_or_service_code: "R499",
  product_or_service_code_description: "SUPPORT- PROFESSIONAL: OTHER",
  naics_code: "541512",
  naics_description: "COMPUTER SYSTEMS DESIGN SERVICES",
  number_of_offers_received: "3",
  "1862_land_grant_college": "f",
  highly_compensated_officer_1_name: "DOE, JANE",
  highly_compensated_officer_1_amount: "987654.00",
};
const asAction = {
  contract_transaction_unique_key: transaction.contract_transaction_unique_key,
  contract_award_unique_key: key,
  award_id_piid: "70CDCR24FR0000006",
  modification_number: "P00011",
  federal_action_obligation: 737_268_000,
  total_dollars_obligated: 2_000_000_000,
  potential_total_value_of_award: 9_000_000_000,
  action_date: dayNumber("2025-10-09"),
  period_of_performance_start_date: dayNumber("2024-09-30"),
  period_of_performance_current_end_date: dayNumber("2025-11-30"),
  period_of_performance_potential_end_date: dayNumber("2029-09-29"),
  awarding_sub_agency_code: "7012",
  awarding_sub_agency_name: "U.S. Immigration and Customs Enforcement",
  awarding_office_code: "70CDCR",
  recipient_uei: "ABCDEFGHJKL1",
  recipient_name: "CAPGEMINI GOVERNMENT SOLUTIONS LLC",
  award_type_code: "C",
  transaction_description: "SKIP TRACING",
  action_type_code: "C",
  product_or_service_code: "R499",
  product_or_service_code_description: "SUPPORT- PROFESSIONAL: OTHER",
  naics_code: "541512",
  naics_description: "COMPUTER SYSTEMS DESIGN SERVICES",
  number_of_offers_received: 3,
};

/** A row of the download of prime award summaries. */
const summary = {
  contract_award_unique_key: "CONT_AWD_70CDCR20P00000053_7012_-NONE-_-NONE-",
  award_id_piid: "70CDCR20P00000053",
  total_obligated_amount: "16000.00",
  total_outlayed_amount: "",
  current_total_value_of_award: "16000.00",
  award_base_action_date: "2020-05-07",
  awarding_sub_agency_code: "7012",
  recipient_name: "REGENTS OF THE UNIVERSITY OF MINNESOTA",
  recipient_phone_number: "6125550143",
  award_or_idv_flag: "AWARD",
  award_type_code: "B",
  award_type: "PURCHASE ORDER",
  idv_type_code: "",
  idv_type: "",
  prime_award_base_transaction_description: "OUTDOOR RANGE",
};
const asAward = {
  contract_award_unique_key: summary.contract_award_unique_key,
  award_id_piid: "70CDCR20P00000053",
  total_dollars_obligated: 1_600_000,
  current_total_value_of_award: 1_600_000,
  award_base_action_date: dayNumber("2020-05-07"),
  awarding_sub_agency_code: "7012",
  recipient_name: "REGENTS OF THE UNIVERSITY OF MINNESOTA",
  award_type_code: "B",
  prime_award_base_transaction_description: "OUTDOOR RANGE",
};
const agreement = {
  ...summary,
  contract_award_unique_key: "CONT_IDV_70CDCR20D00000007_7012",
  award_id_piid: "70CDCR20D00000007",
  award_or_idv_flag: "IDV",
  award_type_code: "",
  idv_type_code: "B",
  idv_type: "IDC",
};

/** A row of an answer of the search. */
const found = {
  "Award ID": "70CDCR24FR0000006",
  Mod: "P00011",
  "Recipient Name": "CAPGEMINI GOVERNMENT SOLUTIONS LLC",
  "Action Date": "2025-10-09",
  "Transaction Amount": "7372680.0",
  "Transaction Description": "SKIP TRACING",
  "Awarding Sub Agency": "U.S. Immigration and Customs Enforcement",
  generated_internal_id: key,
  PSC: "{'code': 'R499', 'description': 'SUPPORT- PROFESSIONAL: OTHER'}",
  NAICS: '{"code": "541512", "description": "COMPUTER SYSTEMS DESIGN SERVICES"}',
  "Award Type": "DELIVERY ORDER",
  "Action Type": "Funding Only Action",
  internal_id: "291191276",
};
const {
  contract_transaction_unique_key: _key,
  total_dollars_obligated: _obligated,
  potential_total_value_of_award: _potential,
  period_of_performance_start_date: _start,
  period_of_performance_current_end_date: _end,
  period_of_performance_potential_end_date: _last,
  awarding_office_code: _office,
  recipient_uei: _uei,
  number_of_offers_received: _offers,
  ...asFound
} = asAction;

/** Columns that a public dashboard writes. */
const dashboard = {
  Agency: "ICE",
  "Award ID": "70CDCR24FR0000006",
  "Recipient Name": "CAPGEMINI GOVERNMENT SOLUTIONS LLC",
  "Federal Action Obligation": "369492405.7",
  "Action Date": "2025-10-09",
  Modification: "P00011",
  "Product/Service Description": "SUPPORT- PROFESSIONAL: OTHER",
  "NAICS Description": "COMPUTER SYSTEMS DESIGN SERVICES",
  "Transaction Description": "SKIP TRACING",
  "Generated Award ID": "CONT_AWD_70CDCR24FR0000006_7001_47QTCA18D00A2_4732",
};

const only = async (row: Record<string, string>) => {
  const { accepted, rejected } = await readWhole(csvTable([row]));
  expect(rejected).toEqual([]);
  return accepted[0];
};

describe("a format is recognized by its header", () => {
  it.each([
    ["USAspending prime transactions", transaction, "action", asAction],
    ["USAspending prime award summaries", summary, "award", asAward],
    ["contract actions, field names of USAspending's search", found, "action", asFound],
  ])("%s", async (format, row, kind, record) => {
    const columns = Object.keys(row).reverse();
    const file = await readWhole(csvTable([row], { columns }));
    expect([file.format, file.rejected]).toEqual([format, []]);
    expect(file.accepted.map((accepted) => [accepted.kind, reported(accepted)])).toEqual([[kind, record]]);
  });

  it("lists the columns that it does not read", async () => {
    const { ignored, columns } = await readWhole(csvTable([transaction]));
    expect(ignored).toEqual([
      "transaction_number",
      "recipient_phone_number",
      "recipient_fax_number",
      "award_type",
      "action_type",
      "1862_land_grant_college",
      "highly_compensated_officer_1_name",
      "highly_compensated_officer_1_amount",
    ]);
    expect(columns).toContain("number_of_offers_received");
    expect(columns).not.toContain("recipient_parent_uei");
  });

  it("an export of this program, with its guards and the suffix on figures of whole awards", async () => {
    const { total_dollars_obligated, ...row } = transaction;
    const file = await readWhole(
      csvTable([
        {
          ...row,
          transaction_description: "'=1+1",
          total_dollars_obligated_lifetime_do_not_sum: total_dollars_obligated,
          snapshot: "abc",
        },
      ]),
    );
    expect(file.format).toBe("export of this tracker");
    expect(file.accepted.map(reported)).toEqual([{ ...asAction, transaction_description: "=1+1" }]);
    expect(file.ignored).not.toContain("snapshot");
  });

  it("prefers the sub-agency to the agency if a file names both", async () => {
    const row = { ...dashboard, Agency: "DHS", "Awarding Sub Agency": "U.S. Customs and Border Protection" };
    expect((await only(row))?.record.awarding_sub_agency_code).toBe("7014");
  });
});

describe("the sub-agency of a row without its code", () => {
  it("comes from the name, whatever the award key has", async () => {
    expect((await only(dashboard))?.record).toMatchObject({
      awarding_sub_agency_code: "7012",
      awarding_sub_agency_name: "U.S. Immigration and Customs Enforcement",
      federal_action_obligation: 36_949_240_570,
    });
    expect((await only({ ...dashboard, Agency: "CBP" }))?.record.awarding_sub_agency_code).toBe("7014");
  });

  it("is the one in the award key if the name is unknown", async () => {
    expect((await only({ ...dashboard, Agency: "OPO" }))?.record).toMatchObject({
      awarding_sub_agency_code: "7001",
      awarding_sub_agency_name: "OPO",
    });
  });

  it("is missing without both, and the row is rejected", async () => {
    const { "Generated Award ID": _, ...old } = dashboard;
    expect((await readWhole(csvTable([old]))).accepted.length).toBe(1);
    const { rejected } = await readWhole(csvTable([{ ...old, Agency: "OPO" }]));
    expect(rejected[0]).toMatchObject({
      column: "awarding_sub_agency_code",
      reason: expect.stringMatching(/neither/),
    });
  });
});

describe("product and industry of the search", () => {
  it.each([
    ["S206", "S206", null],
    ["HOUSEKEEPING- GUARD", null, "HOUSEKEEPING- GUARD"],
    [`{'code': 'S206', 'description': "GUARD'S"}`, "S206", "GUARD'S"],
    [`{"code":"S206","description":"SAY \\"GUARD\\""}`, "S206", 'SAY "GUARD"'],
    ["{'code': None, 'description': None}", null, null],
    ["", null, null],
  ])("%s", async (PSC, code, description) => {
    expect((await only({ ...found, PSC }))?.record).toMatchObject({
      product_or_service_code: code,
      product_or_service_code_description: description,
    });
  });
});

describe("what a row is", () => {
  it.each([
    ["an award summary with the flag IDV", agreement],
    ["one whose key alone says so", { ...agreement, award_or_idv_flag: "", idv_type_code: "" }],
    [
      "one with the type of an agreement",
      {
        ...summary,
        contract_award_unique_key: "",
        award_or_idv_flag: "",
        idv_type_code: "B",
        award_type_code: "",
      },
    ],
    [
      "a transaction of one",
      { ...transaction, contract_award_unique_key: "", award_or_idv_flag: "IDV", award_type_code: "" },
    ],
    [
      "a found one",
      { ...found, generated_internal_id: "", "Award Type": "INDEFINITE DELIVERY / INDEFINITE QUANTITY" },
    ],
  ])("is an ordering agreement: %s", async (_, row) => {
    const contract = "total_obligated_amount" in row ? summary : "Mod" in row ? found : transaction;
    const { accepted } = await readWhole(csvTable([row, contract], { columns: Object.keys(row) }));
    expect(accepted.map(({ kind }) => kind)).toEqual([
      "agreement",
      contract === summary ? "award" : "action",
    ]);
    expect(accepted[0]?.record).toMatchObject({
      modification_number: null,
      action_date: null,
      federal_action_obligation: null,
      award_type_code: null,
    });
  });

  it("is a contract if its key is one's, whatever its type, with a note", async () => {
    const called = { ...found, "Award Type": "INDEFINITE DELIVERY / INDEFINITE QUANTITY" };
    const { accepted, notes } = await readWhole(csvTable([called]));
    expect(accepted.map(({ kind, record }) => [kind, record.award_type_code])).toEqual([["action", null]]);
    expect(notes).toEqual([
      "1 row is called an ordering agreement and has the key of a contract (CONT_AWD_), so it counts as a contract, the first on line 2.",
    ]);
  });

  it("refuses a file of nothing but ordering agreements, rejected ones among them", async () => {
    await expect(
      readWhole(csvTable([agreement, { ...agreement, award_id_piid: "1.23E+11" }])),
    ).rejects.toMatchObject({
      kind: "other table",
      message: expect.stringMatching(/ordering agreements \(IDVs\) only/),
    });
  });

  it("rejects a type that no contract has, and refuses a file of grants", async () => {
    const { rejected, accepted } = await readWhole(
      csvTable([
        transaction,
        { ...transaction, award_type_code: "Z" },
        { ...transaction, award_type_code: "04" },
      ]),
    );
    expect(accepted.length).toBe(1);
    expect(rejected.map(({ column, reason }) => [column, reason])).toEqual([
      ["award_type_code", expect.stringMatching(/is not a contract's/)],
      ["award_type_code", expect.stringMatching(/is of assistance/)],
    ]);
    await expect(readWhole(csvTable([{ ...transaction, award_type_code: "04" }]))).rejects.toThrow(
      /assistance awards/,
    );
  });
});

describe("refused by its header", () => {
  it.each([
    ["subawards", "prime_award_unique_key,prime_award_piid,subaward_number,subaward_amount", /subawards/],
    ["grants", "assistance_transaction_unique_key,award_id_fain,federal_action_obligation", /assistance/],
    [
      "accounts",
      "owning_agency_name,treasury_account_symbol,award_id_piid,transaction_obligated_amount",
      /accounts of agencies/,
    ],
    ["our contracts", "key,piid,recipient,net,in_records", /export of contracts of this tracker/],
    ["our totals", "slug,name,net,added,taken_back,actions", /export of totals of this tracker/],
  ])("%s, as another table", async (_, header, sentence) => {
    const names = header.split(",");
    for (const delimiter of [",", ";", "\t"])
      await expect(
        readWhole(`${names.join(delimiter)}\n${names.map(() => "1").join(delimiter)}\n`),
      ).rejects.toMatchObject({ kind: "other table", message: expect.stringMatching(sentence) });
  });

  it("a table that lacks columns, with their names", async () => {
    const { award_id_piid: _, ...summaries } = summary;
    await expect(readWhole(csvTable([summaries]))).rejects.toMatchObject({
      kind: "damaged",
      message: expect.stringMatching(/lacks the column award_id_piid;/),
    });
    const { Mod: _mod, "Award ID": _id, ...search } = found;
    await expect(readWhole(csvTable([search]))).rejects.toThrow(
      /lacks the columns award_id_piid, modification_number;/,
    );
  });
});

describe("files saved by Excel", () => {
  it.each([
    ["action_date", "10/9/25", asAction.action_date],
    ["action_date", "10/9/2025 0:00", asAction.action_date],
    ["federal_action_obligation", "(7,372,680.00)", -737_268_000],
    ["federal_action_obligation", " $7,372,680.00 ", 737_268_000],
    ["potential_total_value_of_award", "90,000,000", 9_000_000_000],
    ["naics_code", "541512.0", "541512"],
  ] as const)("%s %j", async (column, text, value) => {
    expect((await only({ ...transaction, [column]: text }))?.record[column]).toBe(value);
  });

  it("are noted if a year has two digits", async () => {
    const row = { ...transaction, action_date: "10/9/25", period_of_performance_start_date: "9/30/24" };
    expect((await readWhole(csvTable([row, transaction]))).notes).toEqual([
      "2 dates have a year of two digits, read as the one between 1978 and 2049.",
    ]);
  });
});

describe("a value that is missing", () => {
  it.each(["NaN", "nan", "NULL", "#N/A", "None"])("may be written %s, and is no key", async (missing) => {
    const row = {
      ...transaction,
      contract_award_unique_key: missing,
      period_of_performance_current_end_date: missing,
      recipient_uei: missing,
      total_dollars_obligated: missing,
    };
    const { accepted, notes } = await readWhole(csvTable([row]));
    expect(accepted[0]?.record).toMatchObject({
      contract_award_unique_key: null,
      period_of_performance_current_end_date: null,
      recipient_uei: null,
      total_dollars_obligated: null,
    });
    expect(notes).toEqual([]);
  });
});

describe("files written by R", () => {
  const numbered = (name: string, row: Record<string, string>) =>
    csvTable([
      { [name]: "1", ...row },
      { [name]: "2", ...row },
    ]);
  it.each(["", "X", "...1"])("reads a table with a column of row numbers called %j", async (name) => {
    const { accepted, ignored } = await readWhole(numbered(name, transaction));
    expect(accepted.map(reported)).toEqual([asAction, asAction]);
    expect(ignored.includes("transaction_number")).toBe(true);
  });

  it("are read if rows have a number without a column in the header", async () => {
    const [head = "", row = ""] = csvTable([transaction]).split("\n");
    const { accepted, rejected } = await readWhole(`${head}\n"1",${row}\n"2",${row}\n`);
    expect([accepted.map(reported), rejected]).toEqual([[asAction, asAction], []]);
  });

  it("are read by R's column names, with NA as not reported", async () => {
    const row = Object.fromEntries(
      Object.entries(found).map(([name, value]) => [name.replace(/[^A-Za-z_]/g, "."), value || "NA"]),
    );
    const { accepted, format } = await readWhole(
      csvTable([{ ...row, "Transaction.Description": "NA", X1862_land: "f" }]),
    );
    expect(format).toBe("contract actions, field names of USAspending's search");
    const { transaction_description: _, ...rest } = asFound;
    expect(accepted.map(reported)).toEqual([rest]);
  });

  it("are read with the decimal commas of write.csv2", async () => {
    const row = { X: "1", ...transaction, federal_action_obligation: "-7372680,5" };
    const { accepted } = await readWhole(
      csvTable([row, { ...row, federal_action_obligation: "1,25e+06" }], { delimiter: ";" }),
    );
    expect(accepted.map(({ record }) => record.federal_action_obligation)).toEqual([
      -737_268_050, 125_000_000,
    ]);
  });

  it("are read with R's exponents, which are exact, unlike those of spreadsheets", async () => {
    const row = { X: "1", ...transaction, federal_action_obligation: "1.2e+06" };
    expect((await only(row))?.record.federal_action_obligation).toBe(120_000_000);
    const { rejected } = await readWhole(csvTable([{ ...row, federal_action_obligation: "1.20E+06" }]));
    expect(rejected[0]?.reason).toMatch(/exponent/);
    const { X: _, ...plain } = row;
    expect((await readWhole(csvTable([plain]))).rejected[0]?.reason).toMatch(/exponent/);
  });

  it("reads the text NA as recorded unless R wrote the file", async () => {
    const row = { ...dashboard, "Transaction Description": "NA" };
    expect((await only(row))?.record.transaction_description).toBe("NA");
  });
});

describe("a fact that cannot be read", () => {
  it("is not quoted if it may be a phone number in the UEI column", async () => {
    const { accepted, notes } = await readWhole(csvTable([{ ...transaction, recipient_uei: "2025550133" }]));
    expect(accepted.map(({ record }) => record.recipient_uei)).toEqual([null]);
    expect(notes).toEqual([
      "1 value of recipient_uei, which is no code, counts as not reported, the first on line 2.",
    ]);
  });

  it("is not reported, and noted once for its column; its row stays", async () => {
    const { accepted, notes } = await readWhole(
      csvTable([
        transaction,
        { ...transaction, number_of_offers_received: "many", potential_total_value_of_award: "1.23E+11" },
        { ...transaction, number_of_offers_received: "call 202-555-0143" },
      ]),
    );
    expect(accepted.map(({ record }) => record.number_of_offers_received)).toEqual([3, null, null]);
    expect(notes).toEqual([
      '1 value of potential_total_value_of_award, which is no amount in dollars, counts as not reported, the first on line 3: "1.23E+11".',
      '2 values of number_of_offers_received, which are no count, count as not reported, the first on line 3: "many".',
    ]);
  });

  it("is stored if it is a day outside the expected years", async () => {
    const { accepted, notes } = await readWhole(
      csvTable([
        { ...transaction, period_of_performance_potential_end_date: "3017-09-30" },
        { ...transaction, period_of_performance_current_end_date: "2024-09-29" },
      ]),
    );
    expect(accepted[0]?.record.period_of_performance_potential_end_date).toBe(dayNumber("3017-09-30"));
    expect(notes).toEqual([
      '1 day of period_of_performance_potential_end_date outside 1978-2049 is kept as recorded, the first on line 2: "3017-09-30".',
      "1 period of performance ends before it starts; kept as recorded, the first on line 3.",
    ]);
  });
});

describe("people", () => {
  it("have no phone number and no pay in any output, whatever is wrong with the row", async () => {
    const good = csvTable([transaction]).split("\n")[1] as string;
    const rows = [
      good,
      good.replace("2025-10-09", "soon"),
      good.replace("CAPGEMINI", "CAP,GEMINI, INC"),
      good.replace("CAPGEMINI GOVERNMENT SOLUTIONS LLC,", ""),
      good.replace("CAPGEMINI", '"CAP" GEMINI'),
      good.replace("ABCDEFGHJKL1,", 'A"'),
      `"${good.replace(",2025550143", '",2025550143')}`,
      good.replace("SKIP TRACING", "CALL JANE DOE 202-555-0143"),
    ];
    const file = await readWhole(`${csvTable([transaction]).split("\n")[0]}\n${rows.join("\n")}\n`);
    expect(file.accepted.length + file.rejected.length).toBe(rows.length);
    expect(file.rejected.length).toBe(6);
    const all = JSON.stringify(file);
    for (const secret of ["2025550143", "2025550144", "202-555-0143", "987654", 'JANE"'])
      expect(all).not.toContain(secret);
    expect(all).not.toContain("DOE, JANE");
    expect(file.masked).toBe(1);
  });

  it("are masked in every stored text", async () => {
    const { accepted, masked } = await readWhole(
      csvTable([
        { ...summary, recipient_name: "A@B.GOV", prime_award_base_transaction_description: "POC 2025550143" },
      ]),
    );
    expect(accepted.map(reported)).toEqual([
      {
        ...asAward,
        recipient_name: "[e-mail removed]",
        prime_award_base_transaction_description: "POC [phone removed]",
      },
    ]);
    expect([masked, accepted[0]?.unmasked === 0]).toEqual([2, false]);
  });
});

it("reads a table the same for any chunk size, delimiter and line end", async () => {
  const cell = fc.constantFrom("PLAIN", "a\nb", 'say "hi"', "é€😀", "1,2;3", "", "NA", "x\ty|z", " blank ");
  const row = fc.record({ transaction_description: cell, recipient_name: cell });
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 4000 }),
      fc.constantFrom(",", ";", "\t", "|"),
      fc.constantFrom("\n", "\r\n", "\r"),
      async (rows, size, delimiter, end) => {
        const text = csvTable(
          rows.map((row) => ({ ...transaction, ...row })),
          { delimiter, end },
        );
        const { accepted, rejected } = await readWhole(text, { size });
        expect(rejected).toEqual([]);
        expect(
          accepted.map(({ record }) => [record.transaction_description ?? "", record.recipient_name ?? ""]),
        ).toEqual(rows.map((row) => [row.transaction_description, row.recipient_name]));
      },
    ),
    { numRuns: 60 },
  );
});

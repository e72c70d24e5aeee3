import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { expect, test } from "playwright/test";

// Records that try to be markup, formulas and SQL, served from a second data folder.
const port = Number(process.env.E2E_PORT ?? 3187) + 1;
test.use({ baseURL: `http://127.0.0.1:${port}` });

const source = readFileSync(join(import.meta.dirname, "fixtures/hostile/records/hostile.csv"), "utf8");
const recorded = Papa.parse<Record<string, string>>(source, { header: true, skipEmptyLines: true }).data;

test("text that is markup is shown as text, and runs nothing", async ({ page }) => {
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  for (const path of [
    "/",
    "/contracts",
    "/contracts?view=actions&cols=recipient_name&cols=product_or_service_code_description&cols=naics_description&cols=transaction_description",
    "/contracts?show=company",
    "/contracts/70CDCR25P00000001",
    "/data",
    "/contracts?q=%3Cscript%3Ealert(4)%3C%2Fscript%3E&psc=%3Cimg%20src%3Dx%20onerror%3Dalert(5)%3E",
    "/contracts/%3Cscript%3Ealert(6)%3C%2Fscript%3E",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const executable = "main script:not([type='application/ld+json']), main img[src='x'], main svg[onload]";
    expect(await page.locator(executable).count(), path).toBe(0);
    for (const facts of await page.locator("script[type='application/ld+json']").allTextContents())
      expect(JSON.parse(facts), path).toHaveProperty("@context");
    await expect(page).not.toHaveTitle(/broken/);
  }
  await page.goto("/contracts/70CDCR25P00000001");
  await expect(page.getByText("<script>alert(1)</script> INC").first()).toBeVisible();
  await expect(page.getByText("<b>bold</b> & &amp; </td></table>").first()).toBeVisible();
  expect(dialogs).toEqual([]);
});

test("no cell of an export is a formula, and every cell comes back", async ({ request }) => {
  const text = await (await request.get("/contracts.csv?view=actions&sort=action_date")).text();
  const rows = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  }).data;
  expect(rows).toHaveLength(recorded.length);
  rows.forEach((row, index) => {
    for (const [name, value] of Object.entries(recorded[index] ?? {})) {
      const cell = row[name] ?? "";
      if (name === "federal_action_obligation") {
        expect(cell).toBe(value);
        continue;
      }
      expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      const guarded = /^'*[=+\-@\t\r\n]/.test(value);
      expect(cell).toBe(guarded ? `'${value}` : value);
    }
  });
});

test("the largest amounts are exact everywhere", async ({ request, page }) => {
  const { contract, actions } = await (await request.get("/api/contracts/70CDCR25P00000006")).json();
  expect(contract.in_records).toBe(0.01);
  expect(
    actions.map((action: { federal_action_obligation: number }) => action.federal_action_obligation),
  ).toEqual([9999999999999.99, -9999999999999.98]);
  await page.goto("/contracts/70CDCR25P00000006");
  await expect(page.getByText("$9,999,999,999,999.99").first()).toBeVisible();
});

test("odd characters in a search are only characters", async ({ request }) => {
  for (const [q, count] of [
    [`"' or 1=1; drop table actions; --"`, 1],
    ['"line two, with"', 1],
    ["%s", 1],
    ["_", 1],
    ["\\", 0],
    ["日本", 1],
    ["ñandú", 1],
    ["'''@twice", 0],
    ["''@twice", 1],
  ] as const) {
    const answer = await (await request.get("/api/contracts", { params: { q } })).json();
    expect(answer.totals?.contracts, q).toBe(count);
  }
});

test("what the record leaves blank is not reported", async ({ request }) => {
  const { rows } = await (await request.get("/api/contracts?q=70CDCR25P00000007")).json();
  expect(rows).toMatchObject([
    {
      key: "7012-70CDCR25P00000007",
      recipient: null,
      description: null,
      psc: null,
      naics: null,
      vehicle: null,
    },
  ]);
  const { groups } = await (await request.get("/api/groups?by=vehicle_agency")).json();
  expect(groups.map(({ key }: { key: string | null }) => key)).toEqual(["none", "4730", "7012", null]);
});

test("a PIID of two contracts is a choice between them", async ({ page, request }) => {
  const keys = [
    "CONT_AWD_70CDCR25F00000008_7012_70CDCR24D00000001_7012",
    "CONT_AWD_70CDCR25F00000008_7012_GS35F0119Y_4730",
  ];
  for (const name of ["70CDCR25F00000008", "7012-70cdcr25f00000008"]) {
    const answer = await request.get(`/api/contracts/${name}`);
    expect(answer.status()).toBe(300);
    const { choices } = await answer.json();
    expect(choices.map(({ key }: { key: string }) => key).toSorted()).toEqual(keys);
  }
  await page.goto("/contracts/70CDCR25F00000008");
  await expect(page.getByText("2 contracts in these records have this PIID")).toBeVisible();
  const second = page.getByRole("row").filter({ hasText: "TWO INC" });
  await expect(second).toContainText("$20.00");
  await second.getByRole("link").click();
  await expect(page).toHaveURL(`/contracts/${keys[1]}`);
  await expect(page.getByText("SECOND OF TWO CONTRACTS WITH ONE PIID").first()).toBeVisible();
});

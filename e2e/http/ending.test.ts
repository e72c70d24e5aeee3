import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { award, inDays, washington } from "@/e2e/full-width";
import { exportBody } from "@/lib/http/export-body";
import { parseQuery } from "@/lib/query/parse";
import { everyRowOf } from "@/lib/query/query";
import { ensureSnapshot } from "@/lib/snapshot/publish";
import { openFile } from "@/lib/store/file";

import { refused, siteOf } from "./site";

/** The unfolded lines of a calendar. Fails the test where it breaks a rule of RFC 5545 for lines or components. */
function calendarLines(text: string): string[] {
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
  expect(lines.at(0)).toBe("BEGIN:VCALENDAR");
  expect(lines.at(-1)).toBe("END:VCALENDAR");
  expect(lines).toContain("VERSION:2.0");
  expect(lines.some((line) => line.startsWith("PRODID:"))).toBe(true);
  const count = (name: string) => lines.filter((line) => line.split(/[:;]/)[0] === name).length;
  const events = lines.filter((line) => line === "BEGIN:VEVENT").length;
  expect(events).toBeGreaterThan(0);
  for (const name of ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"])
    expect(count(name), name).toBe(events);
  const uids = lines.filter((line) => line.startsWith("UID:"));
  expect(new Set(uids).size).toBe(uids.length);
  for (const line of lines) expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[^:;]+)*:/);
  return lines;
}

describe("with full-width records", () => {
  const site = siteOf("wide");
  const calendar = async (query = "") => calendarLines(await site.text(`/ending.ics${query}`));
  const events = (lines: string[]) => lines.filter((line) => line === "BEGIN:VEVENT");

  it("gives a calendar of what ends soon, the same each time, that a calendar program reads", async () => {
    const answer = await site.fetch("/ending.ics");
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const text = await answer.text();
    const lines = calendarLines(text);
    expect(events(lines)).toHaveLength(4);
    expect(lines).toContain(`UID:current-end-${award("70CTD026FR0000001")}`);
    expect(lines).toContain(`DTSTART;VALUE=DATE:${inDays(20).replaceAll("-", "")}`);
    expect(lines.join("\n")).toContain('SOFTWARE\\, "LICENSES"\\; 70CTD026FR0000001');
    expect(await site.text("/ending.ics")).toBe(text);
  });

  it("narrows the calendar by company and days, and says so when nothing is left", async () => {
    expect(events(await calendar("?company=geo-group"))).toHaveLength(1);
    expect(await calendar("?company=axon&within=30")).toContain(
      "SUMMARY:No contract of this selection ends in the next 30 days",
    );
  });

  it("gives a page of what ends soon as JSON, with the days that are left and the weeks", async () => {
    const answer = await site.json<{ weeks: { contracts: number }[] }>("/api/ending?size=2&page=2");
    expect(answer).toMatchObject({
      today: washington,
      from: washington,
      to: inDays(90),
      has_end_dates: true,
      contracts: 4,
      known: { contracts: 6, recorded: 6, usable: 4 },
      page: { number: 2, size: 2, rows: 4, pages: 2 },
      rows: [
        { piid: "70CTD026FR0000005", options_not_used: null, current_value: null, in_records: -20 },
        { piid: "70CTD026FR0000002", options_not_used: null, current_value: 20_000, days_left: 70 },
      ],
    });
    expect(answer.weeks).toHaveLength(13);
    expect(answer.weeks.reduce((sum, { contracts }) => sum + contracts, 0)).toBe(4);
  });

  it("names the parameters that it cannot read", async () => {
    const bad = await site.fetch("/api/ending?within=7&end=now&sort=net");
    expect(bad.status).toBe(400);
    expect(await refused(bad)).toEqual(["within", "end", "sort"]);
  });

  it("leaves a contract known from a summary alone out of every sum", async () => {
    expect(await site.json("/api/contracts")).toMatchObject({
      totals: { net: 3_982, actions: 5, contracts: 5 },
    });
  });

  it("exports no lifetime figure of an action under a name that invites adding it up", async () => {
    const names = Object.keys((await site.rows("/contracts.csv?view=actions"))[0] ?? {});
    expect(names.slice(0, 5)).toEqual([
      "contract_award_unique_key",
      "award_id_piid",
      "modification_number",
      "action_date",
      "federal_action_obligation",
    ]);
    for (const name of [
      "total_dollars_obligated",
      "total_outlayed_amount_for_overall_award",
      "current_total_value_of_award",
      "potential_total_value_of_award",
    ]) {
      expect(names).not.toContain(name);
      expect(names).toContain(`${name}_lifetime_do_not_sum`);
    }
    expect(names).toContain("period_of_performance_current_end_date");
    expect(names.at(-1)).toBe("snapshot");
  });

  it("exports a file of actions that comes back equal when it is imported", async () => {
    const exported = await site.text("/contracts.csv?view=actions&sort=award_id_piid");
    const lines = withoutSnapshot(exported);
    expect(lines).toHaveLength(7);
    expect(withoutSnapshot(await exportOf(await site.text("/contracts.csv?view=actions")))).toEqual(lines);
  });

  /** The lines of an export without the snapshot's id, their last column. */
  const withoutSnapshot = (text: string) =>
    text
      .replace("\uFEFF", "")
      .split("\r\n")
      .map((line) => line.replace(/,[^,]*$/, ""));

  /** Every action that a new home gives as CSV whose only record file holds this text. */
  async function exportOf(text: string): Promise<string> {
    const root = await mkdtemp(join(tmpdir(), "contracts-exported-"));
    try {
      const data = join(root, "data");
      await cp("data", data, { recursive: true, filter: (path) => !path.endsWith("records") });
      await mkdir(join(data, "records"));
      await writeFile(join(data, "records", "exported.csv"), text);
      const { file } = await ensureSnapshot({ home: { data, root, keep: 1 } });
      const { store, close } = await openFile(file);
      const { query } = parseQuery(new URLSearchParams("view=actions&sort=award_id_piid"));
      const body = await exportBody(store, everyRowOf(query), "csv", new AbortController().signal);
      const again = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
        await new Response(body).arrayBuffer(),
      );
      close();
      return again;
    } finally {
      await rm(root, { recursive: true, force: true, maxRetries: 3 });
    }
  }
});

describe("with the bundled records, which have no end dates", () => {
  const site = siteOf("bundled");

  it("exports the columns that every record has, and leaves blank what is asked for beside them", async () => {
    const actions = await site.text("/contracts.csv?view=actions&company=palantir");
    expect(actions.split("\r\n")[0]?.replace("\uFEFF", "")).toBe(
      "contract_award_unique_key,award_id_piid,modification_number,action_date,federal_action_obligation,awarding_sub_agency_code,awarding_sub_agency_name,recipient_name,product_or_service_code_description,naics_description,transaction_description,snapshot",
    );
    const blank = await site.text(
      "/contracts.csv?company=palantir&q=70CTD022FR0000170&cols=piid,uei,current_value",
    );
    expect(blank.split("\r\n")[1]).toBe("70CTD022FR0000170,,");
    const { columns } = await site.json<{ columns: { name: string }[] }>("/api/columns");
    expect(columns.map(({ name }) => name)).not.toContain("current_end");
  });

  it("says in JSON and in the calendar that it has no end dates", async () => {
    expect(await site.json("/api/ending")).toMatchObject({
      has_end_dates: false,
      contracts: 0,
      rows: [],
      known: null,
    });
    expect(calendarLines(await site.text("/ending.ics"))).toContain(
      "SUMMARY:These records hold no end dates of contracts",
    );
  });
});

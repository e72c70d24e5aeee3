import { afterAll, beforeAll, expect, it } from "vitest";
import { Series } from "@/lib/import/testing/series";
import { changesRequest } from "@/lib/query/requests";
import { changesSince, changeTotals, listChanges } from "@/lib/store/changes";
import { openFile, type Store } from "@/lib/store/file";

let series: Series;
let store: Store;
let close: () => void;
beforeAll(async () => {
  series = await Series.begin(
    {
      modification_number: "0",
      action_date: "2026-01-15",
      federal_action_obligation: "10.00",
      awarding_sub_agency_code: "7012",
      recipient_name: "ACME INC",
      transaction_description: "GUARDS",
    },
    { rules: "few" },
  );
  const kept = ["A", "B"].map((piid) => ({ award_id_piid: piid }));
  const lost = {
    award_id_piid: "A",
    modification_number: "P00001",
    recipient_name: "BETA LLC",
    transaction_description: "CELLEBRITE KIT",
    federal_action_obligation: "-7.00",
  };
  const added = [
    { award_id_piid: "C", federal_action_obligation: "1000000.01", action_date: "2026-02-01" },
    {
      award_id_piid: "B",
      modification_number: "P00001",
      federal_action_obligation: "-0.01",
      action_date: "2025-12-30",
    },
    { award_id_piid: "B", modification_number: "P00002", federal_action_obligation: "0.00" },
    { award_id_piid: "D", awarding_sub_agency_code: "7014" },
  ];
  const customs = { award_id_piid: "E", awarding_sub_agency_code: "7014" };
  const beta = { award_id_piid: "F", recipient_name: "BETA LLC" };
  await series.publish([...kept, lost, customs, beta], { day: "2026-02-01" });
  await series.publish([...kept, customs, beta, ...added], { day: "2026-02-02" });
  // Four days after the first retrieval that lacks it, what is lost counts as gone.
  await series.publish(
    [{ ...kept[0], federal_action_obligation: "12.00" }, kept[1] ?? {}, customs, beta, ...added],
    { day: "2026-02-06" },
  );
  const opened = await openFile(series.newest.file);
  ({ store } = opened);
  ({ close } = opened);
});
afterAll(async () => {
  close();
  await series.remove();
});

async function entries(text: string) {
  const { value: request, problems } = changesRequest.read(new URLSearchParams(text));
  expect(problems).toEqual([]);
  return (await listChanges(store, request)).map(({ kind, piid, modification }) =>
    [kind, piid, modification].join(" "),
  );
}

it("lists the newest first, of the requested agencies", async () => {
  expect(await entries("")).toEqual([
    "vanished A P00001",
    "amount A 0",
    "new_contract C 0",
    "new_action B P00001",
  ]);
  expect(await entries("agency=7014")).toEqual(["new_contract D 0"]);
  expect(await entries("administrative=yes&kind=new_action")).toEqual(
    ["new_action B P00002", "new_action B P00001"].reverse(),
  );
  expect(await entries("since=2026-02-06&kind=amount&kind=new_action")).toEqual(["amount A 0"]);
  expect(await entries("size=1&page=3")).toEqual(["new_contract C 0"]);
});

it("takes the filters of the workbench, for what is gone as well", async () => {
  expect(await entries("q=kit")).toEqual(["vanished A P00001"]);
  expect(await entries("company=beta")).toEqual(["vanished A P00001"]);
  expect(await entries("recipient=Beta+LLC&sign=neg&fy=2026&to=2026-01-15")).toEqual(["vanished A P00001"]);
  expect(await entries("brand=cellebrite")).toEqual(["vanished A P00001"]);
  expect(await entries("min=1m")).toEqual(["new_contract C 0"]);
  expect(await entries("max=-1&view=actions")).toEqual(["vanished A P00001"]);
  expect(await entries("company=nobody")).toEqual([]);
});

it("adds up the new actions that are listed, and counts what is folded", async () => {
  const totals = (text: string) => changeTotals(store, changesRequest.read(new URLSearchParams(text)).value);
  expect(await totals("")).toEqual({
    entries: 4,
    actions: 2,
    net: 100_000_000,
    added: 100_000_001,
    taken_back: -1,
    kinds: [
      { kind: "vanished", entries: 1 },
      { kind: "amount", entries: 1 },
      { kind: "new_contract", entries: 1 },
      { kind: "new_action", entries: 1 },
    ],
    administrative: 1,
  });
  expect(await totals("kind=amount")).toMatchObject({ entries: 1, actions: 0, net: 0, administrative: 0 });
  expect(await totals("administrative=yes")).toMatchObject({ entries: 5, actions: 3 });
  expect(await changesSince(store)).toEqual({ since: "2026-02-01" });
});

it("says what each change is of, with the names and days of the records", async () => {
  const { value: request } = changesRequest.read(new URLSearchParams("kind=vanished&kind=new_action"));
  expect(await listChanges(store, request)).toMatchObject([
    {
      agency: "7012",
      contract: "7012-A",
      company: { slug: "beta", name: "BETA LLC" },
      recipient: "BETA LLC",
      signed: "2026-01-15",
      before: "2026-02-01",
      amount: -700,
      noticed: "2026-02-06",
      late: false,
    },
    {
      contract: "7012-B",
      company: { slug: "acme" },
      amount: -1,
      noticed: "2026-02-02",
      late: true,
      description: "GUARDS",
    },
  ]);
});

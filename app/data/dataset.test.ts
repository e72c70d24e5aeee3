import { expect, it } from "vitest";

import { columnsOf } from "@/lib/contracts/columns";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";

import { datasetOf } from "./dataset";

const info: SnapshotInfo = {
  id: "abc",
  data_from: "2020-10-01",
  data_through: "2026-08-20",
  retrieved: null,
  built: "2026-08-22T06:00:00.000Z",
  problems: [],
  has: [],
};

it("describes the records, their days, and the files of all agencies", () => {
  const dataset = datasetOf(info, "https://contracts.example", { "7014": "CBP", "7012": "ICE" });
  expect(dataset).toMatchObject({
    "@type": "Dataset",
    url: "https://contracts.example/data",
    version: "abc",
    temporalCoverage: "2020-10-01/2026-08-20",
    dateModified: "2026-08-22T06:00:00.000Z",
  });
  expect(dataset.description.length).toBeGreaterThan(50);
  expect(dataset.distribution.map(({ contentUrl }) => contentUrl)).toEqual([
    "https://contracts.example/contracts.csv?view=actions&agency=7012&agency=7014",
    "https://contracts.example/contracts.json?view=actions&agency=7012&agency=7014",
    "https://contracts.example/api/export?view=actions&agency=7012&agency=7014&format=ndjson",
    "https://contracts.example/contracts.csv?agency=7012&agency=7014",
    "https://contracts.example/contracts.json?agency=7012&agency=7014",
  ]);
});

it("describes columns by the help of the catalog", () => {
  const { variableMeasured } = datasetOf(info, "http://localhost", { "7012": "ICE" });
  const [name, { label, help }] = columnsOf("actions").find(
    ([column]) => column === "federal_action_obligation",
  ) as ReturnType<typeof columnsOf>[number];
  expect(variableMeasured).toContainEqual({
    "@type": "PropertyValue",
    name,
    alternateName: label,
    description: help,
    unitText: "USD",
  });
});

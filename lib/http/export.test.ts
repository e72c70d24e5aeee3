import { describe, expect, it } from "vitest";

import { exportName, readFormat } from "@/lib/http/export";
import { parseQuery } from "@/lib/query/parse";

describe("the name of a file", () => {
  const nameOf = (text: string) =>
    exportName(parseQuery(new URLSearchParams(text)).query, "4f2a", "csv").replace(/_4f2a\.csv$/, "");

  it.each([
    ["", "ice-contracts"],
    ["view=actions", "ice-actions"],
    ["view=actions&company=palantir&fy=2025", "ice-actions_company-palantir_fy-2025"],
    ["min=1000000", "ice-contracts_min-1000000_amount-period"],
    ["min=-1000000", "ice-contracts_min-minus-1000000_amount-period"],
    ["view=actions&min=5", "ice-actions_min-5_amount-action"],
    ["q=guard", "ice-contracts_q-guard"],
    ["q=-guard", "ice-contracts_q-minus-guard"],
    ["q=armed -guard", "ice-contracts_q-armed-minus-guard"],
    ["q=x-ray", "ice-contracts_q-x-ray"],
    ["agency=7014", "contracts_agency-7014"],
    ["view=actions&agency=7012&agency=7014", "actions_agency-7012_agency-7014"],
    ["sort=-in_records&page=3&size=10&cols=net&show=month&snapshot=4f2a", "ice-contracts"],
  ])("of %s says %s", (text, expected) => {
    expect(nameOf(text)).toBe(expected);
  });

  it("is cut between two filters, and says so", () => {
    const years = Array.from({ length: 30 }, (_, index) => `fy=${2000 + index}`).join("&");
    expect(nameOf(years)).toMatch(/^ice-contracts(?:_fy-20\d\d){12}_and-more$/);
    expect(nameOf(`q=${"x".repeat(300)}`)).toBe("ice-contracts_and-more");
  });
});

describe("the format", () => {
  const formatOf = (path: string, text = "") => readFormat(path, new URLSearchParams(text)).format;

  it("is the ending of the address, in capitals too", () => {
    expect(formatOf("/contracts.json")).toBe("json");
    expect(formatOf("/contracts.JSON")).toBe("json");
    expect(formatOf("/contracts.CSV")).toBe("csv");
  });

  it("is CSV where nothing else is asked for", () => {
    expect(formatOf("/api/export")).toBe("csv");
    expect(formatOf("/api/export", "format=ndjson")).toBe("ndjson");
  });
});

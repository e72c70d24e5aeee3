import { setTimeout as sleep } from "node:timers/promises";

import { describe, expect, it, vi } from "vitest";

import { byteStream, exportFormats, exportName, exportRequest, formatOf } from "@/lib/http/export";
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

  it("says what a row is, and has the endpoint's own parameters", () => {
    const { query } = parseQuery(new URLSearchParams("fy=2025"));
    const nameAs = (more: Record<string, string>) =>
      exportName(query, "4f2a", "json", { what: "companies", more });
    expect(nameAs({ name: "AT&T" })).toBe("ice-companies_fy-2025_name-AT-T_4f2a.json");
    expect(nameAs({ name: "" })).toBe("ice-companies_fy-2025_4f2a.json");
  });

  it("is cut after a whole filter, and says so", () => {
    const years = Array.from({ length: 30 }, (_, index) => `fy=${2000 + index}`).join("&");
    expect(nameOf(years)).toMatch(/^ice-contracts(?:_fy-20\d\d){12}_and-more$/);
    expect(nameOf(`q=${"x".repeat(300)}`)).toBe("ice-contracts_and-more");
  });
});

describe("the format", () => {
  const read = (path: string, text = "") =>
    formatOf(path, exportRequest.read(new URLSearchParams(text)).value.format, exportFormats);

  it("is the extension of the path, in any case", () => {
    expect(read("/contracts.json").format).toBe("json");
    expect(read("/contracts.JSON").format).toBe("json");
    expect(read("/contracts.CSV").format).toBe("csv");
  });

  it("is CSV by default", () => {
    expect(read("/api/export").format).toBe("csv");
    expect(read("/api/export", "format=%20")).toEqual({ format: "csv", faults: [] });
    expect(read("/api/export", "format=ndjson").format).toBe("ndjson");
  });
});

describe("a download", () => {
  const idleTimeout = 50;

  /** Pieces of a file, and a function that is called when they end. */
  function begin(...sizes: number[]) {
    const ended = vi.fn();
    const pieces = (async function* () {
      try {
        for (const size of sizes) yield new Uint8Array(size).fill(120);
      } finally {
        ended();
      }
    })();
    return { ended, body: byteStream("<", pieces, ">", idleTimeout) };
  }

  it("is the pieces between head and tail, whatever their size", async () => {
    const { body, ended } = begin(10, 0, 600_000);
    expect(await new Response(body).text()).toBe(`<${"x".repeat(600_010)}>`);
    expect(ended).toHaveBeenCalledOnce();
    expect(await new Response(begin().body).text()).toBe("<>");
  });

  it("ends if its client reads nothing for too long, at the start or in the middle", async () => {
    for (const taken of [0, 1, 2]) {
      const { body, ended } = begin(10, 10, 10);
      const reader = body.getReader();
      for (let count = 0; count < taken; count++) await reader.read();
      await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
      await expect(reader.read()).rejects.toThrow(/stopped reading/);
    }
  });

  it("continues for a slow client, also within one large piece", async () => {
    const { body } = begin(1_200_000);
    let bytes = 0;
    for await (const portion of body) {
      bytes += portion.length;
      await sleep(idleTimeout / 2);
    }
    expect(bytes).toBe(1_200_002);
  });

  it("ends if its client disconnects", async () => {
    const { body, ended } = begin(10, 10);
    const reader = body.getReader();
    await reader.read();
    await reader.cancel();
    expect(ended).toHaveBeenCalledOnce();
  });
});

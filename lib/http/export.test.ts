import { describe, expect, it } from "vitest";

import { readFormat } from "@/lib/http/export";

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

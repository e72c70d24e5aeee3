import { expect, it } from "vitest";

import { findPage } from "@/lib/query/find";
import { findRequest } from "@/lib/query/requests";

function read(text: string) {
  const { value, problems } = findRequest.read(new URLSearchParams(text));
  return { request: value, problems };
}

it("has an address, also with another agency", () => {
  const { request } = read("amount=29.8M&month=2025-04&to=2026-01-15");
  expect(findPage(request)).toBe("/find?amount=29.8M&month=2025-04&to=2026-01-15");
  expect(findPage(request, { agency: ["7014"] })).toBe(
    "/find?amount=29.8M&month=2025-04&agency=7014&to=2026-01-15",
  );
});

it("keeps the text of a figure that it cannot read, and reads none of two", () => {
  expect(read("amount=$10m or $15m").request).toMatchObject({
    amount: { text: "$10m or $15m", figure: null },
  });
  const { request, problems } = read("amount=1m&amount=2m");
  expect(request.amount.figure).toBeNull();
  expect(problems).toEqual([{ name: "amount", detail: "must be given once", values: ["1m", "2m"] }]);
});

import { expect, it } from "vitest";

import { findPage } from "@/lib/query/find";
import { findRequest } from "@/lib/query/requests";

function read(text: string) {
  const { value, problems } = findRequest.read(new URLSearchParams(text));
  return { request: value, problems };
}

it("writes back what it read, without what says nothing", () => {
  const { request, problems } = read("amount=+29.8M+&company=&month=2025-04&agency=7012&from=&to=2026-01-15");
  expect(problems).toEqual([]);
  expect(findPage(request)).toBe("/find?amount=29.8M&month=2025-04&to=2026-01-15");
  expect(findPage(request, { agency: ["7014"] })).toBe(
    "/find?amount=29.8M&month=2025-04&agency=7014&to=2026-01-15",
  );
  expect(findPage(read("").request)).toBe("/find");
});

it("names every parameter that it does not understand, and reads the others", () => {
  const { request, problems } = read(
    "amount=abc&month=2025-13&from=2025-02-30&min=5&x=1&company=a&company=b",
  );
  expect(problems.map(({ name }) => name).toSorted()).toEqual([
    "amount",
    "company",
    "from",
    "min",
    "month",
    "x",
  ]);
  expect(request).toMatchObject({ amount: { text: "abc", figure: null }, company: "", month: null });
});

it("keeps the text of a figure that it cannot read, and reads none of two", () => {
  expect(read("amount=$10m or $15m").request).toMatchObject({
    amount: { text: "$10m or $15m", figure: null },
  });
  const { request, problems } = read("amount=1m&amount=2m");
  expect(request.amount.figure).toBeNull();
  expect(problems).toEqual([{ name: "amount", detail: "must be given once", values: ["1m", "2m"] }]);
});

it("knows no parameter by a name that every object has", () => {
  expect(read("amount=1m&constructor=1&toString=2").problems.map(({ name }) => name)).toEqual([
    "constructor",
    "toString",
  ]);
});

it("reads a company's name without control characters, and the window and snapshot of the query", () => {
  const { request, problems } = read(
    "company=%20AT%26T%20&grouped=no&from=2025-01-01&snapshot=aaaaaaaaaaaa&amount=1m",
  );
  expect(problems).toEqual([]);
  expect(request.company).toBe("AT&T");
  expect(request.query).toMatchObject({ grouped: "no", from: "2025-01-01", snapshot: "aaaaaaaaaaaa" });
  expect(read("company=a%00b").problems).toEqual([
    { name: "company", detail: "must not contain control characters", values: ["a\u0000b"] },
  ]);
  expect(read("amount=abc").problems[0]?.detail).toBeTruthy();
  expect(read("month=2025-13").problems[0]?.detail).toBe("must be a month, written YYYY-MM");
});

import { expect, it } from "vitest";

import { answerMemo, memoKey } from "@/lib/store/memo";

it("keeps answers up to a number of bytes, however many or long they are", () => {
  const memo = answerMemo();
  for (let index = 0; index < 500; index++) memo.set(`long ${index}`, [{ text: "x".repeat(100_000) }]);
  expect(memo.size).toBeLessThan(100);
  for (let index = 0; index < 200_000; index++) memo.set(`short ${index}`, []);
  expect(memo.size).toBeLessThan(170_000);
  expect(memo.has("short 199999")).toBe(true);
});

it("keeps no answer that would take the place of many", () => {
  const memo = answerMemo();
  memo.set(
    "whole",
    Array.from({ length: 20_000 }, (_, index) => ({ name: `company ${index}`, net: index })),
  );
  expect(memo.has("whole")).toBe(false);
});

it("knows a statement by a short key, whatever its length", () => {
  const text = "select ?";
  const long = memoKey({ text, values: ["x".repeat(14_000)] });
  expect(long.length).toBeLessThan(50);
  expect(memoKey({ text, values: ["x".repeat(14_000)] })).toBe(long);
  expect(memoKey({ text, values: ["x".repeat(14_001)] })).not.toBe(long);
});

import { expect, it } from "vitest";
import { endingDays } from "@/lib/query/ending";
import { endingRequest } from "@/lib/query/requests";

function read(text: string) {
  const { value, problems } = endingRequest.read(new URLSearchParams(text));
  const { query, ...choice } = value;
  return { query, choice, problems };
}

it("reads how far ahead and which end, and writes them back", () => {
  const { query, choice, problems } = read("within=180&end=potential&company=palantir&page=2");
  expect(problems).toEqual([]);
  expect(choice).toEqual({ within: 180, end: "potential" });
  expect(endingRequest.href("/ending", { query, ...choice })).toBe(
    "/ending?company=palantir&page=2&within=180&end=potential",
  );
  expect(endingRequest.href("/ending.ics", { query })).toBe("/ending.ics?company=palantir&page=2");
});

it("begins with the current ends of ninety days", () => {
  const { query, choice } = read("within=&end=");
  expect(choice).toEqual({ within: 90, end: "current" });
  expect(endingRequest.href("/ending", { query, ...choice })).toBe("/ending");
});

it("names what it cannot read, and reads the rest", () => {
  const { choice, problems } = read("within=91&end=late&end=current&sort=net&constructor=1");
  expect(choice).toEqual({ within: 90, end: "current" });
  expect(problems).toEqual([
    { name: "within", detail: expect.stringMatching(/^must be one of .*\b90\b/), values: ["91"] },
    { name: "end", detail: "must be given once", values: ["late", "current"] },
    expect.objectContaining({ name: "constructor" }),
    expect.objectContaining({ name: "sort" }),
  ]);
  expect(read("end=late").problems).toEqual([
    { name: "end", detail: "must be one of current, potential", values: ["late"] },
  ]);
});

it("reaches from today to the chosen number of days ahead", () => {
  expect(endingDays({ within: 90, end: "potential" }, "2026-11-29")).toEqual({
    end: "potential",
    from: "2026-11-29",
    to: "2027-02-27",
  });
});

import { expect, it } from "vitest";

import { comparisonOf } from "@/lib/query/comparison";
import { href } from "@/lib/query/query";
import { companiesApiRequest, companiesRequest } from "@/lib/query/requests";

const records = { data_from: "2020-10-01", data_through: "2026-08-20" };
function read(text: string, codec: typeof companiesRequest = companiesApiRequest) {
  const { value, problems } = codec.read(new URLSearchParams(text));
  return { ...value, problems };
}
const compared = (text: string, of = records) => {
  const found = comparisonOf(read(text).query, of);
  return found && [href("", found.current), href("", found.earlier)];
};

it.each(["", "name=geo", "name=AT%26T&fy=2025", "sort=company&agency=7014", "sort=-last_action&page=3"])(
  "%s is written back as it was read",
  (text) => {
    const { query, name, problems } = read(text);
    expect(problems).toEqual([]);
    const params = new URLSearchParams(companiesApiRequest.href("", { query, name }).slice(1));
    expect([...params].toSorted()).toEqual([...new URLSearchParams(text)].toSorted());
  },
);

it("names the parameters that a list of companies does not take", () => {
  const names = (text: string) => read(text).problems.map(({ name }) => name);
  expect(names("sort=piid")).toEqual(["sort"]);
  expect(names(`name=${"x".repeat(501)}`)).toEqual(["name"]);
  expect(names("name=a&name=b")).toEqual(["name"]);
  expect(names("name=a%00b")).toEqual(["name"]);
  expect(names("name=&by=month")).toEqual(["by"]);
  expect(read("sort=piid").query.sort).toBe("-net");
});

it("a page leaves out and names what works on the list of contracts only", () => {
  const { query, name, problems } = read("name=geo&office=70CMSD&fy=2025", companiesRequest);
  expect({ office: query.office, fy: query.fy, name }).toEqual({ office: [], fy: [2025], name: "geo" });
  expect(problems).toMatchObject([{ name: "office", values: ["70CMSD"] }]);
});

it("compares a fiscal year with the one before it, to the same date", () => {
  expect(compared("")).toEqual(["?fy=2026", "?from=2024-10-01&to=2025-08-20"]);
  expect(compared("fy=2026&agency=7014")).toEqual([
    "?agency=7014&fy=2026",
    "?agency=7014&from=2024-10-01&to=2025-08-20",
  ]);
  expect(compared("fy=2025")).toEqual(["?fy=2025", "?fy=2024"]);
  expect(compared("", { ...records, data_through: "2026-09-30" })).toEqual(["?fy=2026", "?fy=2025"]);
});

it("compares nothing with a year that the records do not reach, nor several at once", () => {
  expect(compared("fy=2021")).toBeNull();
  expect(compared("fy=2027")).toBeNull();
  expect(compared("fy=2024&fy=2025")).toBeNull();
});

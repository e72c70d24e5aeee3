import { expect, it } from "vitest";

import { nameMatcher, searchName } from "@/lib/identity/matching";

const rankOf = (typed: string, name: string) => nameMatcher(typed)(searchName(name));

it.each([
  ["palantir technologies inc", "PALANTIR TECHNOLOGIES INC.", 0],
  ["palantir technologies", "PALANTIR TECHNOLOGIES INC.", 1],
  ["geo group", "The GEO Group", 0],
  ["b.i. incorporated", "B.I. INCORPORATED", 0],
  ["b i", "B.I. INCORPORATED", 1],
  ["at&t", "AT&T", 0],
  ["AT and T", "AT&T CORP", 1],
  ["att", "AT&T CORP", 1],
  ["thomsonreuters", "Thomson Reuters", 1],
  ["west publishing", "WEST PUBLISHING CORPORATION", 1],
  ["west", "WEST PUBLISHING CORPORATION", 2],
  ["pala", "PALANTIR TECHNOLOGIES INC.", 3],
  ["reuters thom", "Thomson Reuters", 4],
  ["lantir", "PALANTIR TECHNOLOGIES INC.", 5],
  ["techops", "TECH OPS SOLUTIONS LLC", 5],
])("%s fits %s: %i", (typed, name, expected) => {
  expect(rankOf(typed, name)).toBe(expected);
});

it.each([
  ["palantir inc", "GEO INTERNATIONAL LLC"],
  ["meta", "MET LIFE INC"],
  ["geo", "EDGE OPS LLC"], // not across two words
  ["ice", "AKIMA GLOBAL SERVICES, LLC"], // three letters are in too many words
  ["at&t", "ADVANCED TECHNOLOGIES AND LABORATORIES (ATL) INTERNATIONAL, INC."],
  ["&", "AT&T"], // an AND alone is nothing to look for
  ["--- !!", "THE GEO GROUP, INC."],
  ["", "THE GEO GROUP, INC."],
])("%s does not fit %s", (typed, name) => {
  expect(rankOf(typed, name)).toBeNull();
});

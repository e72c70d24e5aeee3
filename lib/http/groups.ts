import { z } from "zod";

import {
  comparableGroupings,
  type GroupingName,
  grouping,
  groupingNames,
  isTime,
} from "@/lib/contracts/groupings";
import { type PictureShape, pictureFormats, pictureShapes, pictureThemes } from "@/lib/contracts/pictures";
import type { NamedFault } from "@/lib/http/problem";
import { defineRequest, queryOf, type RequestOf } from "@/lib/query/codec";
import { choice, one, type Parameter, text } from "@/lib/query/parameters";

type GroupedBy = [GroupingName] | [GroupingName, GroupingName] | [GroupingName, GroupingName, GroupingName];

/** What is grouped by: one grouping, or up to three at once. It has to be given. */
const by: Parameter<GroupedBy> = {
  read(values) {
    const names = groupingNames.filter((name) => values.includes(name));
    if (values.length >= 1 && values.length <= 3 && values.every((value) => names.includes(value as never)))
      return { value: values as GroupedBy, faults: [] };
    const detail = `must be one to three of ${groupingNames.join(", ")}`;
    return { value: ["company"], faults: [{ detail, values }] };
  },
  write: (names) => names,
  schema: z.enum(groupingNames),
  repeats: true,
};

/** What is wrong with the groupings of a picture: one is bars, time and another are lines, three that add up are a flow. */
export function undrawable([first, second, third]: GroupedBy): NamedFault[] {
  const adds = (name: GroupingName) => !isTime(name) && !grouping(name).overlaps;
  const isDrawable =
    second === undefined ||
    (third === undefined
      ? (first === "fiscal_year" || first === "month") && !isTime(second)
      : [first, second, third].every(adds));
  const detail =
    "must be one grouping, or fiscal_year or month and then one that is not of time, or three that are not of time and do not overlap";
  return isDrawable ? [] : [{ name: "by", detail }];
}

/** How many groups are listed by themselves; all of them without it. */
const top = (most: number): Parameter<number | undefined> => ({
  read(values) {
    const [value] = values;
    if (value === undefined) return { value: undefined, faults: [] };
    if (values.length === 1 && /^[1-9]\d*$/.test(value) && Number(value) <= most)
      return { value: Number(value), faults: [] };
    return { value: undefined, faults: [{ detail: `must be one whole number from 1 to ${most}`, values }] };
  },
  write: (value) => (value === undefined ? [] : [String(value)]),
  schema: z.int().min(1).max(most),
});

export const sheetFormats = ["json", "csv"] as const;

/** `/api/groups`, `/groups.json` and `/groups.csv`. */
export const groupsRequest = defineRequest({
  query: queryOf(),
  by,
  top: top(99_999),
  format: choice(sheetFormats, null),
});

/** The most bars of a picture: more cannot be read, and drawing it would hold up other requests. */
export const mostDrawn = 50;

/** `/api/year-to-date` and `/year-to-date.csv`. */
export const yearToDateRequest = defineRequest({ query: queryOf(), format: choice(sheetFormats, null) });

/** What every picture has a choice of. Without a shape it is as high as its content. */
const pictureChoice = {
  format: choice(pictureFormats, null),
  shape: choice(Object.keys(pictureShapes) as [PictureShape, ...PictureShape[]], null),
  theme: choice(pictureThemes, "light"),
};

/** `/year-to-date.png` and `/year-to-date.svg`. */
export const yearToDatePictureRequest = defineRequest({ query: queryOf(), ...pictureChoice });

/** `/contract.png` and `/contract.svg`: a contract by award key, `<sub-agency>-<PIID>` or PIID. */
export const contractPictureRequest = defineRequest({
  query: queryOf(["snapshot"]),
  key: one(text(200), ""),
  ...pictureChoice,
});

/** What two periods are compared by. */
const comparedBy = choice(comparableGroupings, "company");

/** `/api/compare`, `/compare.json` and `/compare.csv`. */
export const compareRequest = defineRequest({
  query: queryOf(),
  by: comparedBy,
  format: choice(sheetFormats, null),
});

/** `/compare.png` and `/compare.svg`. */
export const comparePictureRequest = defineRequest({
  query: queryOf(),
  by: comparedBy,
  ...pictureChoice,
});

/** `/groups.png` and `/groups.svg`. Time and another grouping are lines, three groupings a flow. */
export const pictureRequest = defineRequest({
  query: queryOf(),
  by,
  top: top(mostDrawn),
  ...pictureChoice,
});
export type PictureRequest = RequestOf<typeof pictureRequest>;

import { z } from "zod";

import { type GroupingName, groupingNames } from "@/lib/contracts/groupings";
import { type PictureShape, pictureFormats, pictureShapes, pictureThemes } from "@/lib/contracts/pictures";
import { defineRequest, queryOf } from "@/lib/query/codec";
import { choice, one, type Parameter, text } from "@/lib/query/parameters";

type GroupedBy = [GroupingName] | [GroupingName, GroupingName];

const counts = { 1: "one", 2: "one or two" } as const;

/** What is grouped by: one grouping, or two that follow each other. It has to be given. */
const by = (most: 1 | 2): Parameter<GroupedBy> => ({
  read(values) {
    const names = groupingNames.filter((name) => values.includes(name));
    if (
      values.length >= 1 &&
      values.length <= most &&
      values.every((value) => names.includes(value as never))
    )
      return { value: values as GroupedBy, faults: [] };
    const detail = `must be ${counts[most]} of ${groupingNames.join(", ")}`;
    return { value: ["company"], faults: [{ detail, values }] };
  },
  write: (names) => names,
  schema: z.enum(groupingNames),
  repeats: most > 1,
});

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
  by: by(2),
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

/** `/groups.png` and `/groups.svg`. */
export const pictureRequest = defineRequest({
  query: queryOf(),
  by: by(1),
  top: top(mostDrawn),
  ...pictureChoice,
});

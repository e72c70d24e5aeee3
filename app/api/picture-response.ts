import type { ReactElement } from "react";

import { pictureColors } from "@/components/charts/palette";
import type { PictureFormat, PictureShape, PictureTheme } from "@/lib/contracts/pictures";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { originOf, originVary } from "@/lib/http/origin";
import { draw, pictureTypes } from "@/lib/http/picture";
import { cacheHeaders, entityTag, notModified } from "@/lib/http/route";
import { type Query, toSearchParams } from "@/lib/query/query";

interface PictureResponseOptions {
  /** The path of the picture and its own parameters, which are not in the query. */
  own: string;
  query: Query;
  format: PictureFormat;
  shape: PictureShape | null;
  theme: PictureTheme;
  file: string;
  make: () => Promise<ReactElement>;
}

/** A chart as a picture, or 304 if the client has it already; `make` then does not run. */
export async function pictureResponse(
  request: Request,
  info: SnapshotInfo,
  { own, query, format, shape, theme, file, make }: PictureResponseOptions,
): Promise<Response> {
  const origin = originOf(request.headers);
  const tag = entityTag(
    info.id,
    `${format}:${shape ?? ""}:${theme}:${origin}${own}&${toSearchParams(query)}`,
  );
  const known = notModified(request, tag);
  if (known) return known;
  return new Response((await draw(await make(), pictureColors(theme), format)) as BodyInit, {
    headers: {
      ...cacheHeaders(tag),
      vary: originVary,
      "content-type": pictureTypes[format],
      "content-disposition": `inline; filename="${file}"`,
    },
  });
}

import type { ComponentProps } from "react";

import { pictureColors } from "@/components/charts/palette";
import { Picture } from "@/components/charts/picture";
import { sourceText } from "@/components/charts/words";
import { pictureFormats } from "@/lib/contracts/pictures";
import { type EndpointCall, endpoint } from "@/lib/http/endpoint";
import { exportName, type FileName } from "@/lib/http/export";
import type { PictureRequest } from "@/lib/http/groups";
import { draw, pictureTypes } from "@/lib/http/picture";

type PictureHandler =
  | "/api/compare/image"
  | "/api/contract-image"
  | "/api/groups/image"
  | "/api/year-to-date/image";

/** A chart with the path of its records; its source, shape and colors are the same for all. */
type PictureParts = Omit<ComponentProps<typeof Picture>, "source" | "shape">;

/** The GET handler of a chart as a picture. `describe` gives what names its file, and how it is made. */
export const pictureEndpoint = <Path extends PictureHandler>(
  path: Path,
  describe: (
    call: EndpointCall<Path, (typeof pictureFormats)[number]>,
  ) => Promise<{ file: FileName; make: () => Promise<PictureParts> }>,
  check?: NonNullable<Parameters<typeof endpoint<Path>>[2]>["check"],
) =>
  endpoint(
    path,
    async (call) => {
      const { query, format, info, origin, respond } = call;
      const { shape, theme } = call.requested as PictureRequest;
      const { file, make } = await describe(call);
      return respond(
        {
          "content-type": pictureTypes[format],
          "content-disposition": `inline; filename="${exportName(query, info.id, format, file)}"`,
        },
        async () => {
          const { address, ...parts } = await make();
          const picture = (
            <Picture
              {...parts}
              shape={shape}
              source={`${sourceText(info.data_through)}, snapshot ${info.id}. Obligations, not payments; without subcontracts.`}
              address={origin + address}
            />
          );
          return (await draw(picture, pictureColors(theme), format)) as BodyInit;
        },
        { isAbsolute: true },
      );
    },
    { formats: pictureFormats, ...(check && { check }) },
  );

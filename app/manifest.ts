import type { MetadataRoute } from "next";

import { paperColors } from "@/components/ui/themes";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "ICE contracts",
    short_name: "ICE contracts",
    description: "Contract actions of U.S. Immigration and Customs Enforcement, from the federal record.",
    lang: "en",
    start_url: "/",
    display: "browser",
    background_color: paperColors.light,
    theme_color: paperColors.light,
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/apple-icon.png", sizes: "180x180", type: "image/png" },
    ],
  };
}

import { capitalize } from "@/lib/contracts/text";

/** Abbreviations in the titles of product, service and industry codes. */
const abbreviations = new Set(
  "ADP ATV C&A CAD CAM CPU EPG GBL GOCO GOGO GTR HPC HVAC HW IT ITSM NASA PM QC R&D RF RV SW TV".split(" "),
);

/** A code itself, such as `R425`, where the records give no title. */
const code = /^\S*\d\S*$/;

/**
 * The title of a product, service or industry code in sentence case, for the screen: `IT and telecom - data center
 * products`. The records write it in capitals, and exports keep that.
 */
export function codeTitle(recorded: string): string {
  if (code.test(recorded) || /\p{Ll}/u.test(recorded)) return recorded;
  return capitalize(
    recorded.replace(/[\p{L}\d&]+/gu, (word) => (abbreviations.has(word) ? word : word.toLowerCase())),
  );
}

import "server-only";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of the project, found from the path of this module, which a build preserves, and not from the working
 * directory, because the server may start in any folder.
 */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

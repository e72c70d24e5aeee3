import "server-only";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of the project. It is found from the place of this module, which a build keeps, and not from the working
 * directory: the server may be started from any folder.
 */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

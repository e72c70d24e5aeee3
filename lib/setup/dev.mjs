// npm run dev: like npm start, but compiles each page when it is requested, and again when its files change. A change of the
// rule tables or record files is imported in place: the server takes the new snapshot, and the page shows it after a reload.
import path from "node:path";

import { readAddress, requireFreePort } from "./port.mjs";
import { importRecords, install } from "./prepare.mjs";
import { Failure, root, stopping } from "./processes.mjs";
import { serve } from "./serve.mjs";
import { main } from "./steps.mjs";
import { watchData } from "./watch.mjs";

/** A table that is wrong while it is edited must not end the server. */
async function importChange() {
  if (stopping()) return;
  try {
    await importRecords();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (!stopping()) console.error(error.message);
  }
}

await main(async () => {
  const address = readAddress(process.env);
  await requireFreePort(address);
  await install();
  await importRecords();
  watchData(path.resolve(root, process.env.CONTRACTS_DATA || "data"), importChange);
  return serve("dev", address);
});

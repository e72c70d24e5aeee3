// npm run dev: like npm start, but compiles each page when it is requested, and again when its files change.
import { readAddress, requireFreePort } from "./port.mjs";
import { importRecords, install } from "./prepare.mjs";
import { serve } from "./serve.mjs";
import { main } from "./steps.mjs";

await main(async () => {
  const address = readAddress(process.env);
  await requireFreePort(address);
  await install();
  await importRecords();
  return serve("dev", address);
});

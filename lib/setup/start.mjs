// npm start: install, build and import what is missing, then serve. Plain JavaScript, since nothing is installed yet.
import { readAddress, requireFreePort } from "./port.mjs";
import { build, importRecords, install } from "./prepare.mjs";
import { serve } from "./serve.mjs";
import { main } from "./steps.mjs";

await main(async () => {
  const address = readAddress(process.env);
  await requireFreePort(address);
  await install();
  await build();
  await importRecords();
  return serve("start", address);
});

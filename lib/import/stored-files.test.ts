import { readdir, rm, truncate } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DamagedImport, StoredFileWriter, storedFilesFolder } from "@/lib/import/stored-files";
import { csv, Homes } from "@/lib/import/testing/homes";

const homes = new Homes();
beforeAll(() => homes.open());
afterAll(() => homes.close());

it("throws the error of a disk that fails between two writes at the next write, and at the end", async () => {
  const writer = new StoredFileWriter(join(homes.folder, "nowhere"), "id");
  await new Promise((resolve) => setTimeout(resolve, 50));
  await expect(writer.begin(["award_id_piid"])).rejects.toThrow("ENOENT");
  await expect(writer.end()).rejects.toThrow("ENOENT");
});

it.each<[string, (path: string) => Promise<void>]>([
  ["cut.ndjson.gz", (path) => truncate(path, 40)],
  ["missing.ndjson.gz", (path) => rm(path)],
  ["cut.json", (path) => truncate(path, 40)],
])("says in one sentence that what was imported before is damaged: %s", async (name, damage) => {
  const home = await homes.make({}, 5);
  await homes.import(home, "first.csv", csv([{ award_id_piid: "70CDCR26P00000001" }]), "2026-02-01");
  const files = await readdir(storedFilesFolder(home));
  const file = files.find((one) => one.endsWith(name.slice(name.indexOf("."))));
  await damage(join(storedFilesFolder(home), file as string));
  const next = homes.import(home, "next.csv", csv([{ award_id_piid: "70CDCR26P00000002" }]), "2026-02-02");
  await expect(next).rejects.toThrow(DamagedImport);
});

import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { KeptWriter } from "@/lib/snapshot/kept";
import { Homes } from "@/lib/snapshot/testing/homes";

const homes = new Homes();
beforeAll(() => homes.open());
afterAll(() => homes.close());

it("a disk that fails between two writes is told to whoever writes next, and at the end", async () => {
  const writer = new KeptWriter(join(homes.folder, "nowhere"), "id");
  await new Promise((resolve) => setTimeout(resolve, 50));
  await expect(writer.begin(["award_id_piid"])).rejects.toThrow("ENOENT");
  await expect(writer.end()).rejects.toThrow("ENOENT");
});

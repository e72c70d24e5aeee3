import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { Series } from "@/lib/import/testing/series";

/**
 * Publishes three retrievals of a small history into a home that stores two snapshots: the newest has
 * changes, and the one before it can be read by its ID.
 */
export async function publishHistory(root: string): Promise<void> {
  const series = await Series.begin({
    modification_number: "0",
    action_date: "2026-01-15",
    federal_action_obligation: "100.00",
    awarding_sub_agency_code: "7012",
    awarding_sub_agency_name: "U.S. Immigration and Customs Enforcement",
    recipient_name: "ACME INC",
    transaction_description: "GUARDS",
  });
  const unchanged = ["70CDCR26P00000001", "70CDCR26P00000002"].map((award_id_piid) => ({ award_id_piid }));
  const lost = {
    award_id_piid: "70CDCR26P00000001",
    modification_number: "P00001",
    recipient_name: "BETA LLC",
    federal_action_obligation: "-7.00",
  };
  const beta = { award_id_piid: "70CDCR26P00000003", recipient_name: "BETA LLC" };
  const added = [
    {
      award_id_piid: "70CDCR26P00000004",
      federal_action_obligation: "2972195.00",
      action_date: "2026-01-30",
      transaction_description: "<b>bold</b> & BEDS ]]>",
    },
    {
      award_id_piid: "70CDCR26P00000002",
      modification_number: "P00001",
      federal_action_obligation: "-0.50",
      action_date: "2025-12-01",
    },
    { award_id_piid: "70CDCR26P00000002", modification_number: "P00002", federal_action_obligation: "0.00" },
  ];
  await series.publish([...unchanged, lost, beta], { day: "2026-02-01" });
  await series.publish([...unchanged, beta, ...added], { day: "2026-02-02" });
  const earlier = series.newest;
  await series.publish(
    [
      { award_id_piid: "70CDCR26P00000001", federal_action_obligation: "120.00" },
      { award_id_piid: "70CDCR26P00000002", transaction_description: "GUARDS AND DOGS" },
      beta,
      ...added,
    ],
    { day: "2026-02-06" },
  );
  const { id } = series.newest;
  await mkdir(join(root, "snapshots"), { recursive: true });
  for (const { file } of [earlier, series.newest]) {
    await copyFile(file, join(root, "snapshots", basename(file)));
    const manifest = file.replace(/\.duckdb$/, ".json");
    const { sha256: _, ...rest } = JSON.parse(await readFile(manifest, "utf8")); // the file was rewritten
    await writeFile(join(root, "snapshots", basename(manifest)), JSON.stringify(rest));
  }
  await writeFile(join(root, "current.json"), JSON.stringify({ id, file: `${id}.duckdb` }));
  await series.remove();
}

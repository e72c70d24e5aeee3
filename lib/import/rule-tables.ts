import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrandRule } from "@/lib/contracts/brands";
import type { FacilityRule } from "@/lib/contracts/facilities";
import type { KnownProblem } from "@/lib/contracts/known-problems";
import type { PublishedFigure } from "@/lib/contracts/published-figures";
import type { AlsoKnown, LeftOut, OtherCategory, RecordSource } from "@/lib/contracts/rule-tables";
import { readBrandRules } from "@/lib/identity/brands";
import { type CategoryRules, readCategoryRules } from "@/lib/identity/categories";
import { type CompanyRules, readCompanyRules } from "@/lib/identity/companies";
import { readFacilityRules } from "@/lib/identity/facilities";
import { RuleError, type RuleTable } from "@/lib/identity/rules";
import {
  type Lookalike,
  type NamesByCode,
  type OfficesByCode,
  readAgencyNames,
  readAlsoKnown,
  readLeftOut,
  readLookalikes,
  readOffices,
  readOtherCategory,
  readProblems,
  readPublishedFigures,
  readSources,
} from "@/lib/identity/tables";
import { readVehicleRules, type VehicleRules } from "@/lib/identity/vehicles";
import { FileRefusal } from "@/lib/import/1-open/refusal";
import { splitRows } from "@/lib/import/2-parse/rows";
import { type RuleTableName, sourcesTable } from "@/lib/snapshot/fingerprint";
import { type Home, recordsFolder } from "@/lib/snapshot/paths";

export interface Rules {
  alsoKnown: AlsoKnown[];
  brands: BrandRule[];
  companies: CompanyRules;
  leftOut: LeftOut[];
  lookalikes: { line: number; rule: Lookalike }[];
  categories: CategoryRules;
  facilities: FacilityRule[];
  otherCategory: OtherCategory[];
  offices: OfficesByCode;
  agencies: NamesByCode;
  /** The names that the API of USAspending knows agencies by. */
  usaspending: NamesByCode;
  problems: KnownProblem[];
  vehicles: VehicleRules;
  publishedFigures: PublishedFigure[];
  sources: RecordSource[];
}

/**
 * Reads and checks every rule table.
 * @throws {RuleError} with one sentence about file and line.
 */
export async function readRuleTables(home: Home): Promise<Rules> {
  const table = (name: RuleTableName, mayBeMissing = false) =>
    readTable(join(home.data, name), `data/${name}`, mayBeMissing);
  const companies = readCompanyRules(await table("companies.csv"));
  return {
    alsoKnown: readAlsoKnown(await table("also-known.csv", true), companies),
    brands: readBrandRules(await table("brands.csv", true), companies),
    companies,
    leftOut: readLeftOut(await table("left-out.csv", true)),
    lookalikes: readLookalikes(await table("lookalikes.csv", true)),
    categories: readCategoryRules(await table("categories.csv")),
    facilities: readFacilityRules(await table("facilities.csv", true)),
    otherCategory: readOtherCategory(await table("other-category.csv", true)),
    offices: readOffices(await table("offices.csv")),
    ...readAgencyNames(await table("agencies.csv")),
    problems: readProblems(await table("problems.csv")),
    vehicles: readVehicleRules(await table("vehicles.csv")),
    publishedFigures: readPublishedFigures(await table("press-figures.csv", true)),
    sources: readSources(
      await readTable(join(recordsFolder(home), sourcesTable), `records/${sourcesTable}`, true),
    ),
  };
}

/** Reads a table as rows of cells by column. With `mayBeMissing`, a missing file is an empty table. */
export async function readTable(path: string, name: string, mayBeMissing = false): Promise<RuleTable> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    if (mayBeMissing) return { file: name, rows: [] };
    throw new RuleError(name, 1, "the file is missing");
  }
  const lost = text.indexOf("\ufffd");
  if (lost >= 0)
    throw new RuleError(
      name,
      text.slice(0, lost).split("\n").length,
      "a character cannot be read; save the file as UTF-8",
    );
  const rows = [];
  let header: string[] | undefined;
  try {
    for await (const chunk of splitRows(once(text.replace(/^\ufeff/, "")))) {
      for (const { line, cells, malformed } of chunk.rows) {
        if (malformed) throw new RuleError(name, line, `the row ${malformed}`);
        if (!header) {
          header = cells;
          continue;
        }
        if (cells.length !== header.length)
          throw new RuleError(
            name,
            line,
            `the row has ${cells.length} cells where the header has ${header.length}`,
          );
        rows.push({
          line,
          cells: Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ""])),
        });
      }
    }
  } catch (error) {
    if (error instanceof FileRefusal) throw new RuleError(name, 1, error.message.replace(/^The /, "the "));
    throw error;
  }
  return { file: name, rows };
}

async function* once(text: string) {
  yield text;
}

import { existsSync, readdirSync, readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { listSources, readSource } from "@/lib/setup/source";

/** Who may import whom: every folder may use itself and the folders it names, and no others. */
const allowed: Record<string, string[]> = {
  "lib/env": [],
  "lib/endpoints": [],
  "lib/contracts": [],
  "lib/identity": ["lib/contracts"],
  "lib/query": ["lib/contracts", "lib/identity"],
  "lib/findings": ["lib/contracts", "lib/query"],
  "lib/sql": ["lib/contracts", "lib/query"],
  "lib/project": [],
  "lib/snapshot": ["lib/contracts", "lib/env", "lib/project"],
  "lib/import/1-open": [],
  "lib/import/2-parse": ["lib/contracts", "lib/import/1-open"],
  "lib/import": ["lib/contracts", "lib/env", "lib/identity", "lib/snapshot"],
  "lib/store/testing": [
    "lib/contracts",
    "lib/env",
    "lib/findings",
    "lib/import",
    "lib/query",
    "lib/snapshot",
    "lib/sql",
    "lib/store",
    "lib/setup",
  ],
  "lib/store": ["lib/contracts", "lib/identity", "lib/query", "lib/snapshot", "lib/sql"],
  "lib/search": ["lib/contracts", "lib/identity", "lib/query", "lib/sql", "lib/store"],
  "lib/http": ["lib/contracts", "lib/endpoints", "lib/env", "lib/project", "lib/query", "lib/store"],
  "lib/usaspending": ["lib/contracts", "lib/identity", "lib/import/1-open", "lib/import/2-parse"],
  "lib/cli": ["lib"],
  "lib/bench": ["lib"],
  "lib/setup": [],
  components: ["lib/contracts", "lib/endpoints", "lib/findings", "lib/query"],
  app: ["components", "lib"],
};

const isIn = (layer: string, file: string) =>
  file.replace(/\.tsx?$/, "") === layer || file.startsWith(`${layer}/`);

const sources = listSources(["app", "components", "lib"].filter(existsSync)).map(readSource);
const byFile = new Map(sources.map((source) => [source.file, source]));

/** The file in this repository which an import names, or nothing for a package. */
function resolveImport(importer: string, from: string): string | undefined {
  const target = from.startsWith("@/")
    ? from.slice(2)
    : from.startsWith("./")
      ? `${importer.slice(0, importer.lastIndexOf("/"))}/${from.slice(2)}`
      : undefined;
  return (
    target && [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((file) => byFile.has(file))
  );
}

it("lets each file import only from below", () => {
  const offenders = sources.flatMap(({ file, imports }) => {
    const layer = Object.keys(allowed).find((name) => isIn(name, file));
    if (layer === undefined) return [`${file} is in a folder without a rule in lib/layers.test.ts`];
    const usable = [layer, ...(allowed[layer] ?? [])];
    return imports
      .filter(({ from }) => from.startsWith("@/") && !usable.some((name) => isIn(name, from.slice(2))))
      .map(({ from }) => `${file} imports ${from}`);
  });
  expect(offenders).toEqual([]);
});

it("has SQL in lib/sql, in the importer and in tools for development alone", () => {
  const isAllowed = (file: string) =>
    /^lib\/(sql|import|snapshot|bench)\/|\/testing\//.test(file) || file === "lib/store/duckdb.ts";
  const statement = /\bselect\b[^.]*\bfrom\b|\b(create|drop|alter) (temp )?(table|view)\b|\binsert into\b/;
  const offenders = sources
    .filter(({ file }) => !isAllowed(file))
    .flatMap(({ file, imports, texts }) => [
      ...texts.filter((text) => statement.test(text)).map((text) => `${file} has SQL: ${text}`),
      ...imports
        .filter(({ from, isTypeOnly }) => from === "@/lib/sql/fragments" && !isTypeOnly)
        .map(() => `${file} composes SQL`),
    ]);
  expect(offenders).toEqual([]);
});

it("lets each step of the import use itself and the steps before it", () => {
  const stepOf = (path: string) => Number(/lib\/import\/(\d)-/.exec(path)?.[1] ?? 0);
  const offenders = sources.flatMap(({ file, imports }) =>
    imports
      .filter(({ from }) => stepOf(file) > 0 && stepOf(from) > stepOf(file))
      .map(({ from }) => `${file} imports ${from}`),
  );
  expect(offenders).toEqual([]);
});

it("has what only DuckDB writes in its dialect alone", () => {
  const idioms =
    /\b(strftime|printf|unnest|string_split|arg_(max|min)|max_by|histogram|unicode|regexp_\w+|starts_with|qualify|temp table|group by all)\b|::double| \/\/ |\bcontains\(|\blist\(/;
  const offenders = sources
    .filter(({ file }) => file.startsWith("lib/sql/") && file !== "lib/sql/dialect.ts")
    .flatMap(({ file, texts }) =>
      texts.filter((text) => idioms.test(text)).map((text) => `${file}: ${text}`),
    );
  expect(offenders).toEqual([]);
});

it("finds no path from the working directory, so that the built server runs from any folder", () => {
  const offenders = sources.flatMap(({ file }) =>
    !/^lib\/(setup|bench)\/|\/testing\//.test(file) && /\bcwd\(/.test(readFileSync(file, "utf8"))
      ? [file]
      : [],
  );
  expect(offenders).toEqual([]);
});

it("describes every folder in docs/architecture.md", () => {
  const described = [...readFileSync("docs/architecture.md", "utf8").matchAll(/^\| `([a-z/]+)` \|/gm)].map(
    ([, folder]) => folder,
  );
  const folders = Object.keys(allowed).filter((name) => !/\/testing$|\/\d-/.test(name));
  expect(described.filter((folder) => folder !== "e2e" && folder !== "data").toSorted()).toEqual(
    folders.toSorted(),
  );
});

it("names files that exist in the docs", () => {
  const docs = [".", "docs", "docs/decisions"].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".md"))
      .map((file) => `${folder}/${file}`),
  );
  const endings = ["", ".ts", ".tsx", ".test.ts", ".test.tsx", ".browser.test.tsx"];
  const dead = docs.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/`((?:lib|app|components|data)\/[\w./-]+)`/g)]
      .map(([, path = ""]) => path)
      .filter((path) => !endings.some((ending) => existsSync(path + ending)))
      .map((path) => `${file}: ${path}`),
  );
  expect(dead).toEqual([]);
});

it("lists every decision", () => {
  const list = readFileSync("docs/decisions/README.md", "utf8");
  const decisions = readdirSync("docs/decisions").filter((file) => file !== "README.md");
  expect(decisions.filter((file) => !list.includes(`](${file})`))).toEqual([]);
});

/** Names that more than one file may give to what it exports, because Next, Vitest or Playwright looks for them. */
const frameworkNames = ["GET", "generateMetadata", "metadata", "setup"];

/** The names of a module's exports, and of its other types but the props of its components. */
const namesOf = (text: string) =>
  [
    ...text.matchAll(
      /^(?:export (?:default )?(?:async )?(?:interface|type|function\*?|const|class)|interface|type) (\w+)/gm,
    ),
  ].flatMap(([declaration, name = ""]) =>
    frameworkNames.includes(name) || (!declaration.startsWith("export") && name.endsWith("Props"))
      ? []
      : name,
  );

it("names every export and every type once", () => {
  const files = new Map<string, string[]>();
  for (const file of listSources(["app", "components", "e2e", "lib"])) {
    for (const name of namesOf(readFileSync(file, "utf8")))
      files.set(name, [...(files.get(name) ?? []), file]);
  }
  expect([...files].filter(([, { length }]) => length > 1)).toEqual([]);
  expect(namesOf("export const one = 1;\ntype Two = 2;\ninterface OwnProps {}\nconst four = 4;")).toEqual([
    "one",
    "Two",
  ]);
});

it("names other folders from @/", () => {
  const offenders = sources.flatMap(({ file, imports }) =>
    imports.filter(({ from }) => from.startsWith("../")).map(({ from }) => `${file} imports ${from}`),
  );
  expect(offenders).toEqual([]);
});

/** How some files reach the packages a test matches, each as "file > file > package". */
function waysTo(packages: RegExp, starts: string[], follows: (isDynamic: boolean) => boolean): string[] {
  const seen = new Set(starts);
  const queue = starts.map((file) => ({ file, way: file }));
  const ways: string[] = [];
  for (const { file, way } of queue) {
    for (const { from, isTypeOnly, isDynamic } of byFile.get(file)?.imports ?? []) {
      if (isTypeOnly || !follows(isDynamic)) continue;
      if (packages.test(from)) ways.push(`${way} > ${from}`);
      const target = resolveImport(file, from);
      if (!target || seen.has(target)) continue;
      seen.add(target);
      queue.push({ file: target, way: `${way} > ${target}` });
    }
  }
  return ways;
}

describe("what is sent to the browser", () => {
  it("holds no library that belongs to the server", () => {
    const serverOnly = /^(zod|papaparse|@duckdb|@\/lib\/sql\/|server-only|node:)/;
    const clients = sources.filter(({ isClient }) => isClient).map(({ file }) => file);
    expect(waysTo(serverOnly, clients, () => true)).toEqual([]);
  });

  it("gets recharts only through a dynamic import, after the page is there", () => {
    const pages = sources.map(({ file }) => file).filter((file) => file.startsWith("app/"));
    expect(waysTo(/^recharts/, pages, (isDynamic) => !isDynamic)).toEqual([]);
  });
});

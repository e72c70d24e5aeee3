import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { listSources, readSource } from "./source";

/** The tests that a change can break, besides the unit and component tests that vitest finds itself. */
export interface Affected {
  /** Whether every test can break, because data, configuration or packages have changed. */
  isAll: boolean;
  /** Whether a unit test can break. */
  unit: boolean;
  /** HTTP test files. */
  http: string[];
  /** Journey files. */
  e2e: string[];
}

export interface Project {
  /** Source files below app, components and lib with the files that each imports. */
  imports: Map<string, string[]>;
  /** HTTP tests and journeys with their text. */
  specs: Map<string, string>;
}

/** With more pages than this, a change is to shared code, and the journeys of every page would take minutes. */
const mostPages = 6;

/** If a change reaches all pages, these run instead of all. */
const smoke = /(?:smoke|workbench|pages|problems)\.(?:spec|test)\.ts$/;

/** The address of a page or endpoint with its parameters as `*`, from its file below `app`. */
const routeOf = (file: string) =>
  file
    .replace(/^app/, "")
    .replace(/\/(?:page|route)\.tsx?$/, "")
    .replace(/\[+\.*\w+\]+/g, "*") || "/";

const isRoute = (file: string) => /^app\/(?:.*\/)?(?:page|route)\.tsx?$/.test(file);

/** The routes whose addresses occur in a text. */
function routesIn(text: string, routes: readonly string[]): string[] {
  const addresses = [...text.matchAll(/["'`](\/[^"'`\s?#]*)/g)].map(([, address = ""]) => address);
  return routes.filter((route) => {
    const pattern = new RegExp(`^${route.split("*").map(escapePattern).join("[^/]+")}$`);
    return addresses.some((address) => pattern.test(address.replace(/\$\{[^}]*\}/g, "x")));
  });
}
const escapePattern = (text: string) => text.replace(/[.+^$()|[\]\\]/g, "\\$&");

/** Chooses the tests for some changed files. */
export function affectedBy(changed: readonly string[], { imports, specs }: Project): Affected {
  const importers = new Map<string, string[]>();
  for (const [file, targets] of imports)
    for (const target of targets) importers.set(target, [...(importers.get(target) ?? []), file]);
  const reached = new Set(changed);
  for (const file of reached) for (const importer of importers.get(file) ?? []) reached.add(importer);

  const isSource = (file: string) => imports.has(file) || /^(?:app|components)\/.*\.css$/.test(file);
  const isShared = (file: string) =>
    /^(?:data\/|package|next\.config|proxy|tsconfig|app\/(?:layout|globals)|lib\/setup\/)/.test(file);
  const pages = [...reached].filter(isRoute);
  const isWide = changed.some(isShared) || pages.length > mostPages;
  const routes = pages.map(routeOf);
  const chosen = [...specs].flatMap(([file, text]) => {
    if (changed.includes(file)) return file;
    if (isWide) return smoke.test(file) ? file : [];
    return routesIn(text, routes).length > 0 ? file : [];
  });
  return {
    isAll: changed.some((file) => /^(?:data\/|package)/.test(file)),
    unit: changed.some((file) => isSource(file) || isShared(file) || /\.test\.tsx?$/.test(file)),
    http: chosen.filter((file) => file.startsWith("e2e/http/")),
    e2e: chosen.filter((file) => !file.startsWith("e2e/http/")),
  };
}

function readProject(): Project {
  const sources = listSources(["app", "components", "lib"]);
  const known = new Set(sources);
  const resolve = (importer: string, from: string) => {
    const folder = importer.slice(0, importer.lastIndexOf("/"));
    const target = from.startsWith("@/")
      ? from.slice(2)
      : from.startsWith("./")
        ? folder + from.slice(1)
        : "";
    return [target, `${target}.ts`, `${target}.tsx`].find((file) => known.has(file));
  };
  const imports = sources.map((file): [string, string[]] => [
    file,
    readSource(file).imports.flatMap(({ from, isTypeOnly }) =>
      isTypeOnly ? [] : (resolve(file, from) ?? []),
    ),
  ]);
  const specs = readdirSync("e2e", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:spec|test)\.ts$/.test(file))
    .map((file): [string, string] => [`e2e/${file}`, readFileSync(`e2e/${file}`, "utf8")]);
  return { imports: new Map(imports), specs: new Map(specs) };
}

/** Files that differ from the last commit, new ones included. */
function changedFiles(): string[] {
  const git = (...args: string[]) =>
    execFileSync("git", args, { encoding: "utf8" }).split("\n").filter(Boolean);
  return [...git("diff", "--name-only", "HEAD"), ...git("ls-files", "--others", "--exclude-standard")];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const changed = changedFiles();
  const affected = affectedBy(changed, readProject());
  writeFileSync(process.argv[2] ?? "", JSON.stringify(affected));
  console.log(
    `changed: ${changed.length} ${changed.length === 1 ? "file" : "files"}; runs ${affected.http.length} HTTP tests and ${affected.e2e.length} journeys by file, beside lint, types, unit and component tests`,
  );
}

import { readdirSync, readFileSync } from "node:fs";

import { parseAst } from "vitest/node";

type Import = { from: string; isTypeOnly: boolean; isDynamic: boolean };
type ModuleSource = { file: string; isClient: boolean; imports: Import[]; texts: string[] };
type Node = { type: string; [key: string]: unknown };

/** The TypeScript files below some folders, without tests, as paths from the repository's root. */
export function listSources(folders: string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
        (file) => `${folder}/${file.replaceAll("\\", "/")}`,
      ),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$|\/\.output\//.test(file))
    .sort();
}

/** The imports of a file, and every text in it that a reader of the site could see. */
export function readSource(file: string): ModuleSource {
  const program = parseAst(readFileSync(file, "utf8"), { lang: file.endsWith("x") ? "tsx" : "ts" }, file);
  const source: ModuleSource = { file, isClient: false, imports: [], texts: [] };
  visit(program as unknown as Node, source);
  return source;
}

/** The names and comments of a module: its text without the content of strings, templates, patterns and JSX. */
export function readCode(file: string, text: string): string {
  let code = text;
  const blank = (node: Node) => {
    if (/^(?:JSXText|TemplateElement|Literal)$/.test(node.type)) {
      const [start, end] = [Number(node.start), Number(node.end)];
      code = code.slice(0, start) + " ".repeat(end - start) + code.slice(end);
    }
    for (const child of Object.values(node).flat() as (Node | null | undefined)[]) {
      if (typeof child?.type === "string") blank(child);
    }
  };
  blank(parseAst(text, { lang: file.endsWith("x") ? "tsx" : "ts" }, file) as unknown as Node);
  return code;
}

function visit(node: Node, source: ModuleSource): void {
  if (node.type === "Literal" && typeof node.value === "string") source.texts.push(node.value);
  if (node.type === "JSXText") source.texts.push(String(node.value));
  if (node.type === "TemplateElement") source.texts.push((node.value as { cooked: string }).cooked);
  if (node.type === "ExpressionStatement" && node.directive === "use client") source.isClient = true;
  const from = (node.source as { value?: unknown } | null | undefined)?.value;
  if (/^(Import|Export).*(Declaration|Expression)$/.test(node.type) && typeof from === "string") {
    const isTypeOnly = node.importKind === "type" || node.exportKind === "type";
    source.imports.push({ from, isTypeOnly, isDynamic: node.type === "ImportExpression" });
    if (!node.declaration) return;
  }
  for (const [key, value] of Object.entries(node)) {
    if (key === "key" && node.type === "Property") continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === "string") visit(child, source);
    }
  }
}

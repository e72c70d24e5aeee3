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

/** The titles of the tests of a file, and of their groups. */
export function readTestTitles(file: string, text: string): string[] {
  const titles: string[] = [];
  const read = (node: Node) => {
    if (node.type === "CallExpression" && isTest(node.callee as Node)) {
      const [title] = node.arguments as Node[];
      if (typeof title?.value === "string") titles.push(title.value);
      if (title?.type === "TemplateLiteral") titles.push(text.slice(Number(title.start), Number(title.end)));
    }
    for (const child of Object.values(node).flat() as (Node | null | undefined)[]) {
      if (typeof child?.type === "string") read(child);
    }
  };
  read(parseAst(text, { lang: file.endsWith("x") ? "tsx" : "ts" }, file) as unknown as Node);
  return titles;
}

/** Whether a function is `it`, `test.skip`, `describe.each([...])` or another of them. */
function isTest({ type, name, object, callee }: Node): boolean {
  const inner = (object ?? callee) as Node | undefined;
  return inner ? isTest(inner) : type === "Identifier" && /^(?:it|test|describe)$/.test(String(name));
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

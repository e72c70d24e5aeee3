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

/**
 * The passages of a file that a reader of the site could see: a string, a template or the content of an element, with `…`
 * in the place of every value and of every part that is a passage of its own.
 */
export function readPassages(file: string): string[] {
  const passages: string[] = [];
  const program = parseAst(readFileSync(file, "utf8"), { lang: file.endsWith("x") ? "tsx" : "ts" }, file);
  findPassages(program as unknown as Node, passages);
  return passages.map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean);
}

/** Elements that are a part of the sentence around them. */
const inline = new Set(["a", "code", "em", "q", "small", "span", "strong", "Link", "RecordsLink"]);

function findPassages(node: Node, passages: string[]): void {
  if (node.type === "ImportDeclaration") return;
  if (node.type === "Literal" && typeof node.value === "string") passages.push(node.value);
  if (node.type === "TemplateLiteral") {
    const pieces = node.quasis as { value: { cooked: string | null } }[];
    passages.push(pieces.map(({ value }) => value.cooked ?? "").join("…"));
  }
  if (isElement(node) && !inline.has(nameOf(node))) passages.push(contentOf(node));
  for (const child of Object.values(node).flat() as (Node | null | undefined)[]) {
    if (typeof child?.type === "string") findPassages(child, passages);
  }
}

const isElement = ({ type }: Node) => type === "JSXElement" || type === "JSXFragment";

const nameOf = ({ openingElement }: Node): string =>
  String((openingElement as { name?: { name?: unknown } } | undefined)?.name?.name);

function contentOf({ children }: Node): string {
  return (children as Node[])
    .map((child) => {
      if (child.type === "JSXText") return String(child.value);
      if (isElement(child)) return inline.has(nameOf(child)) ? contentOf(child) : " … ";
      const { value } = (child.expression ?? {}) as { value?: unknown };
      return typeof value === "string" ? value : "…";
    })
    .join("");
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

/** Whether a function is `it`, `test` or `describe`, or a variant such as `describe.each([...])`. */
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

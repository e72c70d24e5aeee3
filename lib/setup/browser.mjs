import childProcess from "node:child_process";
import fs from "node:fs";
import path from "node:path";

import { Failure, root, run } from "./processes.mjs";

/** @typedef {Record<string, string | undefined>} Env */
/**
 * A place to look for a browser; `find` gives its path, or `undefined`.
 * @typedef {{ name: string, find: () => Promise<string | undefined> | string | undefined }} Source
 */

const systemNames = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const systemPlaces = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The first Chromium installed on this machine.
 * @param {Env} env
 * @param {(file: string) => boolean} [exists]
 */
export function findSystemBrowser(env, exists = fs.existsSync) {
  const folders = (env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return [
    ...systemNames.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...systemPlaces,
  ].find((file) => exists(file));
}

/** Unpacks the Chromium of the npm package, with its fonts and libraries, below node_modules. */
function unpackPackagedBrowser() {
  const folder = path.join(root, "node_modules", ".cache", "chromium");
  fs.mkdirSync(folder, { recursive: true });
  // The package unpacks into TMPDIR, and unpacks its libraries only if this variable is set.
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" };
  const script = `import chromium from "@sparticuz/chromium"; await chromium.executablePath();`;
  const { status } = childProcess.spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return status === 0 && fs.existsSync(path.join(folder, "chromium")) ? folder : undefined;
}

/** A script that starts the packaged Chromium with its own libraries and fonts, for machines that lack them. */
function writePackagedLauncher() {
  const folder = unpackPackagedBrowser();
  if (!folder) return undefined;
  const fonts = path.join(folder, "fonts.conf");
  const fontFolders = [path.join(folder, "fonts"), "/usr/share/fonts"].map((name) => `<dir>${name}</dir>`);
  fs.writeFileSync(
    fonts,
    `<fontconfig>${fontFolders.join("")}<cachedir>${path.join(folder, "font-cache")}</cachedir></fontconfig>\n`,
  );
  const launcher = path.join(folder, "with-libraries.sh");
  const lines = [
    "#!/bin/sh",
    `here='${folder.replaceAll("'", "'\\''")}'`,
    'export LD_LIBRARY_PATH="$here/al2023/lib" FONTCONFIG_FILE="$here/fonts.conf"',
    'exec "$here/chromium" "$@"',
  ];
  fs.writeFileSync(launcher, `${lines.join("\n")}\n`, { mode: 0o755 });
  return launcher;
}

/**
 * The places to look for a browser, the cheapest first, a download last.
 * @param {{ env: Env, platform: string, arch: string, isRoot: boolean, playwrightPath: string }} machine
 * @returns {Source[]}
 */
export function browserSources({ env, platform, arch, isRoot, playwrightPath }) {
  const playwrightsOwn = () => (fs.existsSync(playwrightPath) ? playwrightPath : undefined);
  /** @param {() => Promise<void>} install @param {() => string | undefined} find */
  const after = async (install, find) => {
    try {
      await install();
      return find();
    } catch (error) {
      if (error instanceof Failure) return undefined;
      throw error;
    }
  };
  /** @type {Source[]} */
  const sources = [
    { name: "CHROMIUM_PATH", find: () => env.CHROMIUM_PATH || undefined },
    { name: "Playwright's Chromium", find: playwrightsOwn },
    { name: "the system's Chromium", find: () => findSystemBrowser(env) },
  ];
  if (platform === "linux" && arch === "x64") {
    sources.push(
      {
        name: "the Chromium of @sparticuz/chromium",
        find: () => {
          const folder = unpackPackagedBrowser();
          return folder && path.join(folder, "chromium");
        },
      },
      { name: "the Chromium of @sparticuz/chromium with its libraries", find: writePackagedLauncher },
    );
  }
  const cli = path.join(root, "node_modules", "playwright", "cli.js");
  sources.push({
    name: "a download by Playwright",
    find: () =>
      after(() => run(process.execPath, [cli, "install", "chromium"], { output: "hidden" }), playwrightsOwn),
  });
  if (env.CI === "true" && platform === "linux" && isRoot) {
    const aptEnv = { DEBIAN_FRONTEND: "noninteractive" };
    sources.push({
      name: "the Debian package chromium",
      find: () =>
        after(
          async () => {
            await run("apt-get", ["update"], { output: "after", env: aptEnv });
            const packages = ["chromium", "fonts-liberation"];
            await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], {
              output: "after",
              env: aptEnv,
            });
          },
          () => findSystemBrowser(env),
        ),
    });
  }
  return sources;
}

/**
 * The first source whose browser works. The others are passed to `report`.
 * @param {Source[]} sources
 * @param {(file: string) => Promise<string | undefined>} problemWith why a browser does not work, or nothing
 * @param {(sentence: string) => void} report
 */
export async function chooseBrowser(sources, problemWith, report) {
  const tried = new Set();
  for (const { name, find } of sources) {
    const file = await find();
    if (!file || tried.has(file)) continue;
    tried.add(file);
    const problem = await problemWith(file);
    if (!problem) return { name, file };
    report(`${name} (${file}) does not work: ${problem}`);
  }
  throw new Failure(
    "No working Chromium was found; install Chromium or Google Chrome, or set CHROMIUM_PATH to one.",
  );
}

/**
 * Finds a browser for the journeys and proves that it shows text.
 * @param {(sentence: string) => void} [report] gets a sentence for each browser that does not work
 */
export async function findBrowser(report = (sentence) => console.log(`browser: ${sentence}`)) {
  const { chromium } = await import("playwright");
  const sources = browserSources({
    env: process.env,
    platform: process.platform,
    arch: process.arch,
    isRoot: process.getuid?.() === 0,
    playwrightPath: chromium.executablePath(),
  });
  /** @param {string} file */
  const problemWith = async (file) => {
    try {
      const browser = await chromium.launch({ executablePath: file, headless: true, timeout: 30_000 });
      try {
        const page = await browser.newPage();
        await page.setContent("<span>Contracts</span>");
        const width = (await page.locator("span").boundingBox())?.width ?? 0;
        return width > 0 ? undefined : "it shows no text, since the machine has no fonts";
      } finally {
        await browser.close();
      }
    } catch (error) {
      const lines = String(error).split("\n");
      return (
        lines.find((line) => /error while loading|Executable doesn|ENOENT|EACCES/.test(line)) ?? lines[0]
      );
    }
  };
  return chooseBrowser(sources, problemWith, report);
}

import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";

import { browserSources, chooseBrowser, findSystemBrowser } from "./browser.mjs";
import { readAddress, requireFreePort, toUrl } from "./port.mjs";
import { hashFiles, isInstalled } from "./prepare.mjs";
import { keepRunning } from "./serve.mjs";
import { oldNode } from "./steps.mjs";
import { watchData } from "./watch.mjs";

describe("where the server listens", () => {
  it("is this machine at 3000 by default", () => {
    expect(readAddress({})).toEqual({ host: "127.0.0.1", port: 3000 });
    expect(readAddress({ PORT: "", HOST: "" })).toEqual({ host: "127.0.0.1", port: 3000 });
    expect(readAddress({ PORT: " 8080 ", HOST: "0.0.0.0" })).toEqual({ host: "0.0.0.0", port: 8080 });
  });

  it.each(["0", "65536", "abc", "-1", "80.5", "1e3", "999999"])("refuses PORT=%s by name", (PORT) => {
    expect(() => readAddress({ PORT })).toThrow(`PORT is "${PORT}"`);
  });

  it("is shown as an address that can be opened", () => {
    expect(toUrl({ host: "0.0.0.0", port: 3000 })).toBe("http://127.0.0.1:3000");
    expect(toUrl({ host: "::", port: 3000 })).toBe("http://[::1]:3000");
    expect(toUrl({ host: "example.org", port: 80 })).toBe("http://example.org:80");
  });

  it("must be free", async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, "127.0.0.1", () => resolve((taken.address() as { port: number }).port));
    });
    await expect(requireFreePort({ host: "127.0.0.1", port })).rejects.toThrow(`Port ${port} is taken`);
    await new Promise((resolve) => taken.close(resolve));
    await expect(requireFreePort({ host: "127.0.0.1", port })).resolves.toBeUndefined();
  });
});

describe("a server that ends by itself", () => {
  const aborted = 134;
  let says: string[] = [];
  beforeEach(() => {
    says = [];
    vi.spyOn(console, "error").mockImplementation((text: string) => says.push(text));
    return () => vi.restoreAllMocks();
  });

  it("restarts, and its end is logged with the cause", async () => {
    let starts = 0;
    const begin = async () => {
      starts += 1;
      return 0;
    };
    expect(await keepRunning(Promise.resolve(aborted), begin, { isStopping: () => starts > 0 })).toBe(0);
    expect(says).toEqual([expect.stringContaining("ended by SIGABRT unexpectedly")]);
  });

  it("is given up after the sixth time in ten minutes", async () => {
    const options = { isStopping: () => false, now: () => 0 };
    await expect(keepRunning(Promise.resolve(1), async () => 1, options)).rejects.toThrow(
      "The server ended with status 1 unexpectedly, for the 6th time in ten minutes.",
    );
    expect(says).toHaveLength(5);
  });

  it("is started again as often as it takes when that is rare", async () => {
    let hours = 0;
    const begin = async () => {
      hours += 1;
      return aborted;
    };
    const options = { isStopping: () => hours === 30, now: () => hours * 3_600_000 };
    expect(await keepRunning(Promise.resolve(aborted), begin, options)).toBe(aborted);
  });
});

it("asks for a newer Node.js only when it is too old", () => {
  expect(oldNode("20.18.3", ">=20.19")).toContain("needs Node.js 20.19 or newer and found 20.18.3");
  expect(oldNode("20.19.0", ">=20.19")).toBeUndefined();
  expect(oldNode("24.0.0", ">=20.19")).toBeUndefined();
});

describe("what is installed", () => {
  const machine = { os: "linux", cpu: "x64", libc: "glibc" };
  const binary = { version: "1.0.0", optional: true, os: ["linux"], cpu: ["x64"] };
  const locked = {
    "": {},
    "node_modules/a": { version: "1.0.0" },
    "node_modules/a-gnu": { ...binary, libc: ["glibc"] },
    "node_modules/a-musl": { ...binary, libc: ["musl"] },
    "node_modules/a-mac": { ...binary, os: ["darwin"] },
    "node_modules/extra": { version: "1.0.0", optional: true },
  };
  const complete = {
    "node_modules/a": locked["node_modules/a"],
    "node_modules/a-gnu": locked["node_modules/a-gnu"],
  };

  it("is complete without the packages of other machines and those that could not be had", () => {
    expect(isInstalled(locked, complete, machine)).toBe(true);
  });

  it.each([
    ["nothing", {}],
    ["another version", { ...complete, "node_modules/a": { version: "1.0.1" } }],
    ["a package too many", { ...complete, "node_modules/b": { version: "1.0.0" } }],
    ["no binary for this machine", { "node_modules/a": locked["node_modules/a"] }],
  ])("is not with %s", (_, installed) => {
    expect(isInstalled(locked, installed, machine)).toBe(false);
  });
});

it("builds again when the name or the bytes of a source file change, not for a test", () => {
  const folder = mkdtempSync(join(tmpdir(), "build-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const hash = () => hashFiles(folder, ["app", "next.config.ts"]);
  mkdirSync(join(folder, "app", "api"), { recursive: true });
  writeFileSync(join(folder, "app", "api", "route.ts"), "1");
  const first = hash();
  writeFileSync(join(folder, "app", "api", "route.test.ts"), "1");
  writeFileSync(join(folder, "other.ts"), "1");
  expect(hash()).toBe(first);
  writeFileSync(join(folder, "next.config.ts"), "1");
  const second = hash();
  expect(second).not.toBe(first);
  writeFileSync(join(folder, "app", "api", "route.ts"), "2");
  expect(hash()).not.toBe(second);
});

describe("the browser", () => {
  const machine = {
    env: {},
    platform: "linux",
    arch: "x64",
    isRoot: true,
    playwrightPath: "/nowhere/chrome",
  };
  const names = (changes: object) => browserSources({ ...machine, ...changes }).map(({ name }) => name);

  it("is looked for where it costs nothing first, and installed on a system only in CI as root", () => {
    expect(names({ env: { CI: "true" } })).toEqual([
      "CHROMIUM_PATH",
      "Playwright's Chromium",
      "the system's Chromium",
      "the Chromium of @sparticuz/chromium",
      "the Chromium of @sparticuz/chromium with its libraries",
      "a download by Playwright",
      "the Debian package chromium",
    ]);
    expect(names({}).at(-1)).toBe("a download by Playwright");
    expect(names({ env: { CI: "true" }, isRoot: false }).at(-1)).toBe("a download by Playwright");
    expect(names({ platform: "darwin", env: { CI: "true" } })).toHaveLength(4);
  });

  it("is the system's own under any of its names", () => {
    const exists = (file: string) => file === join("/opt/bin", "google-chrome");
    expect(
      findSystemBrowser(
        { PATH: ["/bin", "/opt/bin"].join(process.platform === "win32" ? ";" : ":") },
        exists,
      ),
    ).toBe(join("/opt/bin", "google-chrome"));
    expect(findSystemBrowser({}, () => false)).toBeUndefined();
  });

  it("is the first that works, and the others are named with their reason", async () => {
    const reports: string[] = [];
    const sources = [
      { name: "missing", find: () => undefined },
      { name: "broken", find: () => "/broken" },
      { name: "good", find: async () => "/good" },
      { name: "late", find: () => expect.unreachable() },
    ];
    const problemWith = async (file: string) => (file === "/good" ? undefined : "a library is missing");
    const chosen = await chooseBrowser(sources, problemWith, (sentence) => reports.push(sentence));
    expect(chosen).toEqual({ name: "good", file: "/good" });
    expect(reports).toEqual(["broken (/broken) does not work: a library is missing"]);
    await expect(chooseBrowser(sources.slice(0, 2), problemWith, () => {})).rejects.toThrow(
      "install Chromium",
    );
  });
});

describe("changes of the data while npm run dev is running", () => {
  /** Watches a new folder and counts the imports; each takes until `finish` is called, if there is one. */
  function watchedFolder(finish?: Promise<void>) {
    const folder = mkdtempSync(join(tmpdir(), "watched-"));
    mkdirSync(join(folder, "records"));
    let imports = 0;
    const stop = watchData(folder, async () => {
      imports += 1;
      await finish;
    });
    onTestFinished(() => {
      stop();
      rmSync(folder, { recursive: true });
    });
    /** As editors save: a temporary file takes the place of the old one. */
    const write = (name: string) => {
      writeFileSync(join(folder, `${name}~`), "a\n");
      renameSync(join(folder, `${name}~`), join(folder, name));
    };
    return { folder, write, imports: () => imports };
  }

  it("are imported once for several files that are saved together, also in the folder of the records", async () => {
    const { folder, write, imports } = watchedFolder();
    for (const name of ["brands.csv", "companies.csv", "brands.csv"]) write(name);
    await vi.waitFor(() => expect(imports()).toBe(1));
    write("records/more.csv");
    await vi.waitFor(() => expect(imports()).toBe(2));
    appendFileSync(join(folder, "brands.csv"), "b\n");
    await vi.waitFor(() => expect(imports()).toBe(3));
  });

  it("are imported again after an import that was running", async () => {
    let finish = () => {};
    const running = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { write, imports } = watchedFolder(running);
    write("brands.csv");
    await vi.waitFor(() => expect(imports()).toBe(1));
    write("companies.csv");
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(imports()).toBe(1);
    finish();
    await vi.waitFor(() => expect(imports()).toBe(2));
  });

  it("are none where an editor writes its own files", async () => {
    const { write, imports } = watchedFolder();
    write(".brands.csv.swp");
    write("notes.md");
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(imports()).toBe(0);
  });
});

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { expect, it } from "vitest";

import { readEnv, SettingError, variables } from "@/lib/env";

it("has defaults, for empty variables too", () => {
  expect(readEnv({ CONTRACTS_DATA: "", CONTRACTS_KEEP: "", CI: "" })).toEqual(readEnv({}));
  expect(readEnv({})).toMatchObject({ CONTRACTS_DATA: "data", CONTRACTS_KEEP: 10, CONTRACTS_HOSTS: [] });
});

it("reads values", () => {
  expect(
    readEnv({
      CONTRACTS_KEEP: "3",
      CONTRACTS_HOSTS: "a.example, B.example:8080",
      CI: "true",
      TEST_DEEP: "no",
    }),
  ).toMatchObject({
    CONTRACTS_KEEP: 3,
    CONTRACTS_HOSTS: ["a.example", "b.example:8080"],
    CI: true,
    TEST_DEEP: false,
  });
});

it("names each variable with a wrong value in a sentence", () => {
  expect(() => readEnv({ CONTRACTS_KEEP: "none", CONTRACTS_URL: "contracts.example" })).toThrow(
    new SettingError(
      'CONTRACTS_KEEP is "none"; it must be a number from 1. CONTRACTS_URL is "contracts.example"; it must be an address such as https://contracts.example.',
    ),
  );
});

const introduction = {
  operator: "## For the operator of a site\n",
  developer: "## For developers\n",
  program: "## Set by the program\n\nThe build and the tests set these for their own processes.\n",
};

it("is what docs/configuration.md lists; `vitest --update` writes it", async () => {
  const lines = (["operator", "developer", "program"] as const).flatMap((by) => [
    introduction[by],
    "| variable | what it sets | default |",
    "|---|---|---|",
    ...variables
      .filter((one) => one.by === by)
      .map(({ name, help, fallback }) => `| \`${name}\` | ${help} | ${fallback ?? "off"} |`),
    "",
  ]);
  const text = [
    "# Configuration\n",
    "Environment variables, all optional. An empty one counts as missing; one with a wrong value stops the program with a",
    "sentence that names it. `lib/env.ts` defines them, and this page is generated from it.\n",
    ...lines,
  ].join("\n");
  await expect(text).toMatchFileSnapshot("../docs/configuration.md");
});

/** Next replaces these in the code while it builds, so they are written out where they are used. */
const builtIn = ["NODE_ENV", "NEXT_RUNTIME"];

it("is the only reader of the environment", () => {
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  });
  const offenders = files
    .split("\n")
    .filter((file) => /\.(?:tsx?|mjs)$/.test(file) && !/^lib\/env\./.test(file))
    .flatMap((file) => {
      const names = [...readFileSync(file, "utf8").matchAll(/process\.env(?:\.(\w+)|\[)/g)].map(
        ([, name]) => name ?? "[",
      );
      // These run without packages or start other processes. What they read is in the list.
      const allowed = /^(?:lib\/setup\/|e2e\/setup\.ts|next\.config\.ts)/.test(file)
        ? [...builtIn, ...variables.map(({ name }) => name), ...setByOthers]
        : builtIn;
      return names.filter((name) => !allowed.includes(name)).map((name) => `${file} reads ${name}`);
    });
  expect(offenders).toEqual([]);
});

/** npm sets these for the scripts that it runs; TZ is Node's own; the last is a constant of Next's. */
const setByOthers = [
  "npm_lifecycle_event",
  "npm_execpath",
  "TZ",
  "__NEXT_EXPERIMENTAL_REACT_BROWSER_BAILOUT",
];

import { z } from "zod";

/** Environment variables by name. */
export type Environment = Record<string, string | undefined>;

/** An environment variable has a value that it cannot have. The message is a sentence for the operator. */
export class SettingError extends Error {
  override name = "SettingError";
}

/** The error for one variable; `must` continues the sentence "it must be ...". */
export const wrongSetting = (name: string, value: unknown, must: string) =>
  new SettingError(`${name} is ${JSON.stringify(value)}; it must be ${must}.`);

interface About {
  /** What the variable sets, as a sentence for docs/configuration.md. */
  help: string;
  /** The value that a missing or empty variable has, as Markdown. */
  fallback?: string;
  /** Who sets it. */
  by: "operator" | "developer" | "program";
}

/** An empty variable counts as missing. */
const variable = <Schema extends z.ZodType>(schema: Schema, about: About) =>
  z.preprocess((value) => value || undefined, schema).meta({ ...about });

const text = z.string().trim().optional();
const flag = (value: string) =>
  z
    .string()
    .optional()
    .transform((given) => given === value);
const wholeNumber = (must: string, pattern: RegExp) => z.string().regex(pattern, must).transform(Number);

const address = "an address such as https://contracts.example";

/** A host name or Internet address, with or without a port. */
const plainHost = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;

/**
 * Every environment variable that the program reads. The scripts in `lib/setup` run before packages are installed, so
 * they read theirs without this file; docs/configuration.md lists them all.
 */
const schema = z.object({
  HOST: variable(text, {
    by: "operator",
    help: "The host or IP address that `npm start` listens on.",
    fallback: "`127.0.0.1`, this machine only",
  }),
  PORT: variable(text, { by: "operator", help: "The port of `npm start`.", fallback: "`3000`" }),
  CONTRACTS_DATA: variable(text.default("data"), {
    by: "operator",
    help: "The folder of the rule tables; its `records` folder holds the record files. Relative to the project.",
    fallback: "`data`",
  }),
  CONTRACTS_HOME: variable(text.default(".contracts"), {
    by: "operator",
    help: "The folder for snapshots, imported files and everything else that is written. Relative to the project.",
    fallback: "`.contracts`",
  }),
  CONTRACTS_KEEP: variable(wholeNumber("a number from 1", /^[1-9]\d{0,5}$/).default(10), {
    by: "operator",
    help: "How many snapshots are stored; an import deletes older ones.",
    fallback: "`10`",
  }),
  CONTRACTS_URL: variable(z.string().trim().refine(URL.canParse, address).optional(), {
    by: "operator",
    help: "The public origin of the site, such as `https://contracts.example`: in feeds, link previews, the sitemap and printed pages. `fetch` puts it into the `User-Agent`.",
    fallback: "the host of the request, if it is this machine or in `CONTRACTS_HOSTS`",
  }),
  CONTRACTS_HOSTS: variable(
    z
      .string()
      .default("")
      .transform((list) =>
        list
          .split(",")
          .map((host) => host.trim().toLowerCase())
          .filter(Boolean),
      )
      .refine(
        (hosts) => hosts.every((host) => plainHost.test(host)),
        "hosts separated by commas, such as contracts.example,www.contracts.example",
      ),
    {
      by: "operator",
      help: "Host names that requests may use, separated by commas, if the site has several.",
      fallback: "none",
    },
  ),
  USASPENDING_API: variable(text.default("https://api.usaspending.gov"), {
    by: "operator",
    help: "The API that `fetch` reads.",
    fallback: "`https://api.usaspending.gov`",
  }),
  BUILD_TAG: variable(text, {
    by: "program",
    help: "Names the build in entity tags. `next build` writes it into the code.",
    fallback: "a hash of the source files, by `npm start`; the git commit, by `next build`",
  }),
  CI: variable(flag("true"), {
    by: "developer",
    help: "`true`: a focused test fails the run, and the browser search may install a system package as root.",
  }),
  CHROMIUM_PATH: variable(text, {
    by: "developer",
    help: "The Chromium for component tests and journeys.",
    fallback: "the first that works",
  }),
  E2E_PORT: variable(wholeNumber("a port number", /^\d{1,5}$/).default(3187), {
    by: "developer",
    help: "The first of four ports for the test sites.",
    fallback: "`3187`",
  }),
  TEST_DEEP: variable(flag("yes"), {
    by: "program",
    help: "`yes`: tests run in their full strength. `npm run test:all` sets it.",
  }),
  TEST_ZONE: variable(text.default("America/Los_Angeles"), {
    by: "program",
    help: "The time zone of unit tests.",
    fallback: "`America/Los_Angeles`",
  }),
  TEST_SITES_RUNNING: variable(flag("yes"), {
    by: "program",
    help: "`yes`: the test sites are up already, so test runners do not start them.",
  }),
  ORACLE_SEED: variable(wholeNumber("a whole number", /^\d{1,15}$/).optional(), {
    by: "developer",
    help: "The seed of the random queries of `lib/store/oracle`.",
    fallback: "the date",
  }),
  WRITE_IMPORT_VERSION: variable(flag("yes"), {
    by: "developer",
    help: "`yes`: `lib/import/import-version.test.ts` writes the hashes of a raised import version.",
  }),
});

export type Env = z.output<typeof schema>;

/** Reads every variable. @throws {SettingError} that names each one with a wrong value. */
export function readEnv(environment: Environment = process.env): Env {
  const { data, error } = schema.safeParse(environment);
  if (data) return data;
  const sentences = error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return wrongSetting(name, environment[name], message).message;
  });
  throw new SettingError(sentences.join(" "));
}

/** The variables with their help, in the order of the list above. */
export const variables = Object.entries(schema.shape).map(([name, one]) => ({
  name,
  ...(one.meta() as unknown as About),
}));

/** The name of this build: next.config.ts has Next write it here. */
export const buildTag = process.env.BUILD_TAG ?? "dev";

import fs from "node:fs";
import path from "node:path";

/** @typedef {{ seconds: number, where: string, name: string }} Timed */

const shown = 10;

/** Prints the slowest tests of all results in a folder. @param {string} folder */
export function printSlowest(folder) {
  const timed = fs.readdirSync(folder).flatMap((file) => {
    const report = JSON.parse(fs.readFileSync(path.join(folder, file), "utf8"));
    return report.testResults ? fromVitest(report) : report.suites ? fromPlaywright(report.suites) : [];
  });
  if (timed.length === 0) return;
  timed.sort((one, other) => other.seconds - one.seconds);
  console.log(`\nThe slowest of ${timed.length} tests, in seconds`);
  for (const { seconds, where, name } of timed.slice(0, shown)) {
    console.log(`${seconds.toFixed(1).padStart(6)}  ${where}  ${name}`);
  }
}

/**
 * @param {{ testResults: { name: string, assertionResults: { fullName: string, duration?: number | null }[] }[] }} report
 * @returns {Timed[]}
 */
export const fromVitest = ({ testResults }) =>
  testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.flatMap(({ fullName, duration }) =>
      typeof duration === "number"
        ? { seconds: duration / 1000, where: path.relative(process.cwd(), file), name: fullName.trim() }
        : [],
    ),
  );

/**
 * @typedef {{ title: string, file: string, suites?: Suite[], specs?: { title: string, tests: { results: { duration: number }[] }[] }[] }} Suite
 * @param {Suite[]} suites
 * @returns {Timed[]}
 */
export const fromPlaywright = (suites, outer = /** @type {string[]} */ ([])) =>
  suites.flatMap(({ title, file, suites: inner = [], specs = [] }) => {
    const titles = title === file ? outer : [...outer, title];
    return [
      ...specs.map(({ title: name, tests }) => ({
        seconds:
          tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0) / 1000,
        where: `e2e/${file}`,
        name: [...titles, name].join(" "),
      })),
      ...fromPlaywright(inner, titles),
    ];
  });

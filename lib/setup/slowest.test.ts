import { expect, it } from "vitest";

import { fromPlaywright, fromVitest } from "./slowest.mjs";

it("reads the seconds of each test from both runners", () => {
  const unit = {
    testResults: [
      {
        name: `${process.cwd()}/lib/a.test.ts`,
        assertionResults: [{ fullName: " a", duration: 1500 }, { fullName: "skipped" }],
      },
    ],
  };
  expect(fromVitest(unit)).toEqual([{ seconds: 1.5, where: "lib/a.test.ts", name: "a" }]);
  const result = (duration: number) => ({ results: [{ duration }] });
  const suites = [
    {
      title: "a.spec.ts",
      file: "a.spec.ts",
      specs: [{ title: "opens", tests: [result(2000)] }],
      suites: [{ title: "on a phone", file: "a.spec.ts", specs: [{ title: "opens", tests: [result(500)] }] }],
    },
  ];
  expect(fromPlaywright(suites)).toEqual([
    { seconds: 2, where: "e2e/a.spec.ts", name: "opens" },
    { seconds: 0.5, where: "e2e/a.spec.ts", name: "on a phone opens" },
  ]);
});

import { expect, it } from "vitest";

import { codeTitle } from "@/lib/contracts/code-titles";

it.each([
  [
    "IT AND TELECOM - BUSINESS APPLICATION/APPLICATION DEVELOPMENT SUPPORT SERVICES (LABOR)",
    "IT and telecom - business application/application development support services (labor)",
  ],
  ["ADP SOFTWARE", "ADP software"],
  ["DEFENSE R&D SERVICES; APPLIED RESEARCH", "Defense R&D services; applied research"],
  ["PROFESSIONAL: OTHER THAN EDUC OR INFO TECH C&A", "Professional: other than educ or info tech C&A"],
  ["MEN'S AND BOYS' CLOTHING STORES", "Men's and boys' clothing stores"],
  ["HELP DESK; TIER1-2 (HW/PERP SW)", "Help desk; tier1-2 (HW/perp SW)"],
  ["AMMUNITION, OVER 30MM UP TO 75MM", "Ammunition, over 30mm up to 75mm"],
  ["ICE MANUFACTURING", "Ice manufacturing"],
  ["R425", "R425"],
  ["541512", "541512"],
  ["Other Computer Related Services", "Other Computer Related Services"],
])("writes %j in sentence case", (recorded, title) => {
  expect(codeTitle(recorded)).toBe(title);
});

import { expect, it } from "vitest";

import { siteOf } from "./site";

it("the front page refuses to be framed and runs only its own scripts", async () => {
  const site = siteOf("bundled");
  const { headers } = await site.fetch("/");
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  const again = (await site.fetch("/")).headers.get("content-security-policy");
  expect(again).not.toBe(policy);
});

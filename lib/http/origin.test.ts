import { expect, it } from "vitest";

import { originOf, readPublicSite } from "@/lib/http/origin";

const origin = (headers: Record<string, string>, environment: Record<string, string> = {}) =>
  originOf(new Headers(headers), readPublicSite(environment));

it("is CONTRACTS_URL, whatever a request says", () => {
  const environment = { CONTRACTS_URL: "https://contracts.example/", CONTRACTS_HOSTS: "other.example" };
  expect(origin({ host: "127.0.0.1:3000" }, environment)).toBe("https://contracts.example");
  expect(origin({ host: "other.example" }, environment)).toBe("https://contracts.example");
});

it("is this machine, or a host of CONTRACTS_HOSTS, by the protocol that the proxy reports", () => {
  const environment = { CONTRACTS_HOSTS: "contracts.example, Www.Contracts.Example" };
  expect(origin({ host: "127.0.0.1:3000" })).toBe("http://127.0.0.1:3000");
  expect(origin({ host: "localhost" })).toBe("http://localhost");
  expect(origin({ host: "[::1]:3000" })).toBe("http://[::1]:3000");
  const forwarded = { "x-forwarded-proto": "HTTPS, http" };
  expect(origin({ host: "contracts.example", ...forwarded }, environment)).toBe("https://contracts.example");
  expect(origin({ host: "www.contracts.example" }, environment)).toBe("http://www.contracts.example");
});

it("is empty for any other host", () => {
  for (const host of [
    "",
    "evil.example",
    'a.example/"><script>',
    "127.0.0.1.evil.example",
    "localhost@b.example",
  ])
    expect(origin({ host }, { CONTRACTS_HOSTS: "contracts.example" }), host).toBe("");
  expect(origin({ host: "127.0.0.1", "x-forwarded-host": "evil.example" })).toBe("http://127.0.0.1");
  expect(origin({ host: "127.0.0.1", "x-forwarded-proto": "javascript" })).toBe("http://127.0.0.1");
});

it.each([
  [{ CONTRACTS_URL: "contracts.example" }, "CONTRACTS_URL"],
  [{ CONTRACTS_URL: "https://contracts.example/tracker" }, "CONTRACTS_URL"],
  [{ CONTRACTS_URL: "ftp://contracts.example" }, "CONTRACTS_URL"],
  [{ CONTRACTS_HOSTS: "contracts.example, https://x" }, "CONTRACTS_HOSTS"],
])("refuses the setting %o by name", (environment, name) => {
  expect(() => origin({ host: "localhost" }, environment)).toThrow(name);
});

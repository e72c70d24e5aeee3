import { expect, it } from "vitest";

import { originOf } from "@/lib/http/origin";

const origin = (headers: Record<string, string>) => originOf(new Headers(headers));

it("is the host that was asked, by the protocol that the proxy before us was asked by", () => {
  expect(origin({ host: "127.0.0.1:3000" })).toBe("http://127.0.0.1:3000");
  expect(origin({ host: "[::1]:3000" })).toBe("http://[::1]:3000");
  expect(origin({ host: "contracts.example", "x-forwarded-proto": "https" })).toBe(
    "https://contracts.example",
  );
  expect(origin({ host: "contracts.example", "x-forwarded-proto": "HTTPS, http" })).toBe(
    "https://contracts.example",
  );
});

it("believes neither another host nor another protocol than the two", () => {
  expect(origin({ host: "a.example", "x-forwarded-host": "b.example" })).toBe("http://a.example");
  expect(origin({ host: "a.example", "x-forwarded-proto": "javascript" })).toBe("http://a.example");
  for (const host of ["", 'a.example/"><script>', "a.example@b.example", "a.example:port", "a b"]) {
    expect(origin({ host }), host).toBe("http://localhost");
  }
});

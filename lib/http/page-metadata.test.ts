import { notFound } from "next/navigation";
import { expect, it, vi } from "vitest";

import { pageMetadata } from "@/lib/http/page-metadata";

const requestHeaders = { host: "localhost:3000" };
vi.mock("next/headers", () => ({ headers: async () => new Headers(requestHeaders) }));

it("describes a page", async () => {
  const describe = async () => ({ title: "Agencies", description: "Two.", address: "/agencies?sort=net" });
  expect(await pageMetadata(describe)).toMatchObject({
    title: { absolute: "Agencies – ICE contracts" },
    alternates: { canonical: "http://localhost:3000/agencies" },
  });
});

it("does not repeat the name of the site in a title that begins with it", async () => {
  const describe = async () => ({
    title: "ICE contracts: Palantir",
    description: "Two.",
    address: "/contracts",
  });
  expect(await pageMetadata(describe)).toMatchObject({ title: { absolute: "ICE contracts: Palantir" } });
});

it("has no canonical address and no picture for an untrusted host", async () => {
  requestHeaders.host = "evil.example";
  const describe = async () => ({
    title: "Agencies",
    description: "Two.",
    address: "/agencies",
    picture: "/groups.png?by=agency",
    feeds: { "application/atom+xml": "/changes.atom" },
  });
  const metadata = await pageMetadata(describe);
  expect(metadata.alternates).toEqual({ types: { "application/atom+xml": "/changes.atom" } });
  expect(metadata.openGraph).not.toHaveProperty("images");
  expect(JSON.stringify(metadata)).not.toContain("evil");
  requestHeaders.host = "localhost:3000";
});

it("logs a page that cannot be described, and does not fail it", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const error = new Error("Out of memory");
  expect(await pageMetadata(() => Promise.reject(error))).toEqual({ robots: { index: false } });
  expect(logged).toHaveBeenCalledWith(expect.any(String), error);
  logged.mockRestore();
});

it("passes on the framework's 404", async () => {
  await expect(pageMetadata(async () => notFound())).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
});

it("logs why a page could not be described, but not that its client has left", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const fails = (error: Error) => pageMetadata(() => Promise.reject(error));
  expect(await fails(new DOMException("The client disconnected.", "AbortError"))).toEqual({
    robots: { index: false },
  });
  expect(log).not.toHaveBeenCalled();
  await fails(new Error("no such table"));
  expect(log).toHaveBeenCalledOnce();
});

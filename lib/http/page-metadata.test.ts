import { notFound } from "next/navigation";
import { expect, it, vi } from "vitest";

import { pageMetadata } from "@/lib/http/page-metadata";

const asked = { host: "localhost:3000" };
vi.mock("next/headers", () => ({ headers: async () => new Headers(asked) }));

it("says what a page is", async () => {
  const describe = async () => ({ title: "Agencies", description: "Two.", address: "/agencies?sort=net" });
  expect(await pageMetadata(describe)).toMatchObject({
    title: { absolute: "Agencies – ICE contracts" },
    alternates: { canonical: "http://localhost:3000/agencies" },
  });
});

it("names no address and no picture of a host that anybody could have sent", async () => {
  asked.host = "evil.example";
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
  asked.host = "localhost:3000";
});

it("fails no page that cannot be described, and tells the log why", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const error = new Error("Out of memory");
  expect(await pageMetadata(() => Promise.reject(error))).toEqual({ robots: { index: false } });
  expect(logged).toHaveBeenCalledWith(expect.any(String), error);
  logged.mockRestore();
});

it("leaves it to the framework that nothing is there", async () => {
  await expect(pageMetadata(async () => notFound())).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
});

import { notFound } from "next/navigation";
import { expect, it, vi } from "vitest";

import { pageMetadata } from "@/lib/http/page-metadata";

vi.mock("next/headers", () => ({ headers: async () => new Headers({ host: "example.org" }) }));

it("says what a page is", async () => {
  const describe = async () => ({ title: "Agencies", description: "Two.", address: "/agencies?sort=net" });
  expect(await pageMetadata(describe)).toMatchObject({
    title: { absolute: "Agencies – ICE contracts" },
    alternates: { canonical: "http://example.org/agencies" },
  });
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

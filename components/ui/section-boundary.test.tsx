import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";

import { SectionBoundary } from "@/components/ui/section-boundary";

vi.mock("next/navigation", () => ({
  unstable_rethrow: (error: Error) => {
    if (error.message === "redirect") throw error;
  },
  useRouter: () => ({ refresh: () => {} }),
}));

const draw = async (children: () => Promise<string>) =>
  renderToStaticMarkup(await SectionBoundary({ name: "The rows", children }));

it("shows its content", async () => {
  expect(await draw(async () => "39 rows")).toBe("39 rows");
});

it("shows that it failed, offers to try again, and logs why", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const html = await draw(async () => {
    throw new Error("Out of memory: secret path");
  });
  expect(html).toContain("The rows could not be shown");
  expect(html).toContain('<a href=""');
  expect(html).not.toContain("secret");
  const [, reference = "none"] = /<code>(.*?)<\/code>/.exec(html) ?? [];
  expect(logged.mock.calls.flat().join(" ")).toContain(`[${reference}]`);
  logged.mockRestore();
});

it("fails as a sentence if it is inline", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const children = async () => {
    throw new Error("Out of memory");
  };
  const html = renderToStaticMarkup(
    await SectionBoundary({ name: "How many there are", inline: true, children }),
  );
  expect(html).toMatch(
    /^<span role="alert">How many there are could not be shown\. <a href="".*<code>\w+<\/code>\.<\/span>$/,
  );
  logged.mockRestore();
});

it("rethrows what the framework throws", async () => {
  await expect(
    draw(async () => {
      throw new Error("redirect");
    }),
  ).rejects.toThrow("redirect");
});

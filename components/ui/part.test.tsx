import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";

import { Part } from "@/components/ui/part";

vi.mock("next/navigation", () => ({
  unstable_rethrow: (error: Error) => {
    if (error.message === "redirect") throw error;
  },
  useRouter: () => ({ refresh: () => {} }),
}));

const draw = async (children: () => Promise<string>) =>
  renderToStaticMarkup(await Part({ name: "The rows", children }));

it("shows what it holds", async () => {
  expect(await draw(async () => "39 rows")).toBe("39 rows");
});

it("says that it failed, offers to try again, and tells the log why", async () => {
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

it("fails within a sentence as a sentence", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const children = async () => {
    throw new Error("Out of memory");
  };
  const html = renderToStaticMarkup(await Part({ name: "How many there are", inline: true, children }));
  expect(html).toMatch(
    /^<span role="alert">How many there are could not be shown\. <a href="".*<code>\w+<\/code>\.<\/span>$/,
  );
  logged.mockRestore();
});

it("leaves what the framework throws to the framework", async () => {
  await expect(
    draw(async () => {
      throw new Error("redirect");
    }),
  ).rejects.toThrow("redirect");
});

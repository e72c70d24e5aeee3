import { expect, it, vi } from "vitest";
import { render } from "vitest-browser-react";

import { CopyLink, CopyText } from "@/components/ui/copy-text";

it("copies a text and confirms it until the text changes", async () => {
  const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  const screen = await render(<CopyText text="70CTD022FR0000170" label="Copy" />);
  const status = screen.getByRole("status");
  await expect.element(status).toBeEmptyDOMElement();
  await screen.getByRole("button", { name: "Copy" }).click();
  await expect.element(status).toHaveTextContent("✓ copied");
  expect(write).toHaveBeenCalledExactlyOnceWith("70CTD022FR0000170");
  await screen.rerender(<CopyText text="70CTD026FC0000012" label="Copy" />);
  await expect.element(status).toBeEmptyDOMElement();
});

it("copies an absolute address", async () => {
  const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  const screen = await render(<CopyLink path="/contracts?fy=2025" />);
  await screen.getByRole("button", { name: "Copy link" }).click();
  await expect.element(screen.getByRole("status")).toHaveTextContent("✓ copied");
  expect(write).toHaveBeenCalledExactlyOnceWith(`${window.location.origin}/contracts?fy=2025`);
});

it("shows the text to copy on a page without HTTPS", async () => {
  vi.stubGlobal("navigator", {});
  const prompt = vi.spyOn(window, "prompt").mockReturnValue(null);
  const screen = await render(<CopyText text="A" label="Copy it" />);
  (screen.getByRole("button").element() as HTMLElement).click();
  await expect.poll(() => prompt.mock.calls).toEqual([["Copy it", "A"]]);
});

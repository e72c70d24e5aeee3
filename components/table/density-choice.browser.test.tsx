import type { Route } from "next";
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { DensityChoice } from "@/components/table/density-choice";
import { addresses, openAt } from "@/components/testing/navigation";
import { PageFrame } from "@/components/testing/page-frame";

const hrefs = {
  comfortable: "/contracts?density=comfortable",
  compact: "/contracts?density=compact",
} as Record<"comfortable" | "compact", Route>;

async function open(isNamed: boolean) {
  openAt("/contracts");
  await render(
    <PageFrame>
      <div data-density="comfortable" data-testid="results">
        <DensityChoice chosen="comfortable" isNamed={isNamed} hrefs={hrefs} />
      </div>
    </PageFrame>,
  );
}
const link = (name: string) => page.getByRole("link", { name: `${name} rows` });
async function press(name: string) {
  (link(name).element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
}

afterEach(() => {
  // biome-ignore lint/suspicious/noDocumentCookie: as in the component
  document.cookie = "density=; path=/; max-age=0";
});

test("changes the rows at once, by keyboard, and remembers it without a request", async () => {
  await open(false);
  await press("compact");
  await expect.element(page.getByTestId("results")).toHaveAttribute("data-density", "compact");
  await expect.element(link("compact")).toHaveAttribute("aria-current", "true");
  await expect.element(link("comfortable")).not.toHaveAttribute("aria-current");
  await expect.element(link("compact")).toHaveFocus();
  expect(document.cookie).toContain("density=compact");
  expect(addresses()).toEqual([]);
});

test("follows its link where the address names a height", async () => {
  await open(true);
  await press("compact");
  expect(addresses()).toEqual(["/contracts?density=compact"]);
  expect(document.cookie).toContain("density=compact");
});

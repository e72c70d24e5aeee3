import { afterEach, expect, test } from "vitest";
import { cdp, page } from "vitest/browser";
import { render } from "vitest-browser-react";

import { ThemeChoice } from "@/components/ui/theme-choice";

const dark = "rgb(20, 22, 27)";
const light = "rgb(255, 255, 255)";
const ground = () => expect.poll(() => getComputedStyle(document.body).backgroundColor);
const choice = page.getByLabelText("Colors");
const system = (value: "light" | "dark" | "") =>
  cdp().send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] });

/** The choice inside a flex row, as in the page head. */
const PageHead = ({ chosen }: { chosen: string | undefined }) => (
  <div style={{ display: "flex" }}>
    <ThemeChoice chosen={chosen} />
  </div>
);

afterEach(async () => {
  await system("");
  // biome-ignore lint/suspicious/noDocumentCookie: as the component writes it
  document.cookie = "theme=; path=/; max-age=0";
  delete document.documentElement.dataset.theme;
});

test("the colors follow the system until a user chooses a theme, and again after a reset", async () => {
  await render(<PageHead chosen={undefined} />);
  await expect.element(choice).toHaveValue("system");
  await system("light");
  await ground().toBe(light);
  await system("dark");
  await ground().toBe(dark);
  await choice.selectOptions("Light");
  await ground().toBe(light);
  expect(document.cookie).toContain("theme=light");
  await system("light");
  await choice.selectOptions("Dark");
  await ground().toBe(dark);
  expect(document.cookie).toContain("theme=dark");
  await choice.selectOptions("System");
  await ground().toBe(light);
  expect(document.cookie).not.toContain("theme=");
  expect(document.documentElement.dataset.theme).toBeUndefined();
});

test.each([
  ["dark", "dark"],
  ["light", "light"],
  ["no such theme", "system"],
])("a remembered choice of %s shows %s", async (chosen, shown) => {
  await render(<PageHead chosen={chosen} />);
  await expect.element(choice).toHaveValue(shown);
});

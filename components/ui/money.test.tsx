import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import { Money } from "@/components/ui/money";

const text = (html: string) => html.replace(/<[^>]+>/g, "");

it("gives the exact figure in its value, title and hidden text when rounded", () => {
  const html = renderToStaticMarkup(<Money cents={677_014_046_518} />);
  expect(html).toContain('value="6770140465.18"');
  expect(html).toContain('title="$6,770,140,465.18"');
  expect(text(html)).toBe("$6.77 billion $6,770,140,465.18");
});

it("can drop the sign from its text, but not from its value", () => {
  const html = renderToStaticMarkup(<Money cents={-1_300_000_00} unsigned />);
  expect(text(html)).toBe("$1.3 million $1,300,000.00");
  expect(html).toContain('value="-1300000.00"');
});

it("marks a de-obligation with a minus sign, not with color alone", () => {
  expect(text(renderToStaticMarkup(<Money cents={-1_50} exact />))).toBe("−$1.50");
});

import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import { Money } from "@/components/ui/money";

const text = (html: string) => html.replace(/<[^>]+>/g, "");

it("a rounded figure carries the exact one in its value, its title and its text", () => {
  const html = renderToStaticMarkup(<Money cents={677_014_046_518} />);
  expect(html).toContain('value="6770140465.18"');
  expect(html).toContain('title="$6,770,140,465.18"');
  expect(text(html)).toBe("$6.77 billion $6,770,140,465.18");
});

it("what was taken back has a minus sign, not a colour alone", () => {
  expect(text(renderToStaticMarkup(<Money cents={-1_50} exact />))).toBe("−$1.50");
});

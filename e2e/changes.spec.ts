import { expect, test } from "./journey";

// A history of three retrievals. What the page says: http/changes.test.ts.
test.use({ site: "changes" });

test("a browser parses the Atom feed, with recorded text as text", async ({ reader: page }) => {
  await page.goto("about:blank");
  const answer = await page.request.get("/changes.atom");
  const { errors, entries, texts } = await page.evaluate(
    (text) => {
      const feed = new DOMParser().parseFromString(text, "application/xml");
      return {
        errors: feed.querySelectorAll("parsererror").length,
        entries: feed.querySelectorAll("entry > id").length,
        texts: [...feed.querySelectorAll("entry > summary")].map(
          (summary) =>
            new DOMParser().parseFromString(summary.textContent ?? "", "text/html").body.textContent,
        ),
      };
    },
    await answer.text(),
  );
  expect({ errors, entries }).toEqual({ errors: 0, entries: 5 });
  expect(texts).toContainEqual(expect.stringContaining("<b>bold</b> & BEDS ]]>"));
});

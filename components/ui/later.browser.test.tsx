import { type ReactNode, Suspense } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { refreshed } from "@/components/testing/navigation";
import { Page } from "@/components/testing/page";
import { Later } from "@/components/ui/later";
import { Part } from "@/components/ui/part";

/** An answer that comes when `resolve` is called. */
function pending() {
  let resolve: (content: ReactNode) => void = () => {};
  const promise = new Promise<ReactNode>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const drawn = (content: Promise<ReactNode>) => (
  <Page>
    <Suspense>
      <Later content={content} className="filters" />
    </Suspense>
  </Page>
);
const later = () => document.querySelector(".filters") as HTMLElement;

test("what is pending keeps what it showed, out of reach and soon greyed, until its answer is there", async () => {
  const screen = await render(drawn(Promise.resolve(<a href="/contracts?fy=2024">FY2024</a>)));
  await expect.element(page.getByRole("link")).toHaveTextContent("FY2024");
  expect(later().getAttribute("aria-busy")).toBe("false");
  const place = later().getBoundingClientRect();

  const { promise, resolve } = pending();
  await screen.rerender(drawn(promise));
  await expect.element(page.getByRole("link")).toHaveTextContent("FY2024");
  expect(later().getAttribute("aria-busy")).toBe("true");
  expect(getComputedStyle(later()).pointerEvents).toBe("none");
  await expect.poll(() => getComputedStyle(later()).opacity).toBe("0.55");
  expect(later().getBoundingClientRect()).toEqual(place);

  resolve(<a href="/contracts?fy=2025">FY2025</a>);
  await expect.element(page.getByRole("link")).toHaveTextContent("FY2025");
  expect(later().getAttribute("aria-busy")).toBe("false");
  expect(getComputedStyle(later()).pointerEvents).toBe("auto");
  await expect.poll(() => getComputedStyle(later()).opacity).toBe("1");
});

test("an answer that comes at once greys nothing", async () => {
  const screen = await render(drawn(Promise.resolve("first")));
  await expect.element(page.getByText("first")).toBeInTheDocument();
  const greyed = vi.fn();
  new MutationObserver(greyed).observe(later(), { attributeFilter: ["data-old"] });
  await screen.rerender(drawn(Promise.resolve("second")));
  await expect.element(page.getByText("second")).toBeInTheDocument();
  expect(greyed).not.toHaveBeenCalled();
});

test("of two pending answers only the later one is shown", async () => {
  const screen = await render(drawn(Promise.resolve("first")));
  const [second, third] = [pending(), pending()];
  await screen.rerender(drawn(second.promise));
  await screen.rerender(drawn(third.promise));
  third.resolve("third");
  await expect.element(page.getByText("third")).toBeInTheDocument();
  second.resolve("second");
  await second.promise;
  await expect.element(page.getByText("third")).toBeInTheDocument();
  expect(later().getAttribute("aria-busy")).toBe("false");
});

test("a failing part says so, the rest stays, and trying again asks for the page", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const failing = Part({
    name: "The filters",
    children: async () => {
      throw new Error("out of memory");
    },
  });
  await render(
    <Page>
      <h1>Contracts</h1>
      <Suspense>
        <Later content={failing} className="filters" />
      </Suspense>
    </Page>,
  );
  await expect.element(page.getByRole("alert")).toHaveTextContent(/^The filters could not be shown/);
  await expect.element(page.getByRole("heading", { name: "Contracts" })).toBeVisible();
  expect(later().getAttribute("aria-busy")).toBe("false");
  expect(logged).toHaveBeenCalled();
  (page.getByRole("link", { name: "Try again" }).element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  expect(refreshed()).toBe(1);
});

import { type ReactNode, Suspense } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { refreshCount } from "@/components/testing/navigation";
import { PageFrame } from "@/components/testing/page-frame";
import { Deferred } from "@/components/ui/deferred";
import { SectionBoundary } from "@/components/ui/section-boundary";

/** A promise and its resolver. */
function pending() {
  let resolve: (content: ReactNode) => void = () => {};
  const promise = new Promise<ReactNode>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const drawn = (content: Promise<ReactNode>) => (
  <PageFrame>
    <Suspense>
      <Deferred content={content} className="filters" />
    </Suspense>
  </PageFrame>
);
const deferred = () => document.querySelector(".filters") as HTMLElement;

test("pending content leaves the old content in place, inert and soon dimmed, until it is ready", async () => {
  const screen = await render(drawn(Promise.resolve(<a href="/contracts?fy=2024">FY2024</a>)));
  await expect.element(page.getByRole("link")).toHaveTextContent("FY2024");
  expect(deferred().getAttribute("aria-busy")).toBe("false");
  const place = deferred().getBoundingClientRect();

  const { promise, resolve } = pending();
  await screen.rerender(drawn(promise));
  await expect.element(page.getByRole("link")).toHaveTextContent("FY2024");
  expect(deferred().getAttribute("aria-busy")).toBe("true");
  expect(getComputedStyle(deferred()).pointerEvents).toBe("none");
  await expect.poll(() => getComputedStyle(deferred()).opacity).toBe("0.55");
  expect(deferred().getBoundingClientRect()).toEqual(place);

  resolve(<a href="/contracts?fy=2025">FY2025</a>);
  await expect.element(page.getByRole("link")).toHaveTextContent("FY2025");
  expect(deferred().getAttribute("aria-busy")).toBe("false");
  expect(getComputedStyle(deferred()).pointerEvents).toBe("auto");
  await expect.poll(() => getComputedStyle(deferred()).opacity).toBe("1");
});

test("quick content dims nothing", async () => {
  const screen = await render(drawn(Promise.resolve("first")));
  await expect.element(page.getByText("first")).toBeInTheDocument();
  const grayed = vi.fn();
  new MutationObserver(grayed).observe(deferred(), { attributeFilter: ["data-stale"] });
  await screen.rerender(drawn(Promise.resolve("second")));
  await expect.element(page.getByText("second")).toBeInTheDocument();
  expect(grayed).not.toHaveBeenCalled();
});

test("of two pending answers only the deferred one is shown", async () => {
  const screen = await render(drawn(Promise.resolve("first")));
  const [second, third] = [pending(), pending()];
  await screen.rerender(drawn(second.promise));
  await screen.rerender(drawn(third.promise));
  third.resolve("third");
  await expect.element(page.getByText("third")).toBeInTheDocument();
  second.resolve("second");
  await second.promise;
  await expect.element(page.getByText("third")).toBeInTheDocument();
  expect(deferred().getAttribute("aria-busy")).toBe("false");
});

test("a failing part shows an error, the rest stays, and Try again reloads the page", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const failing = SectionBoundary({
    name: "The filters",
    children: async () => {
      throw new Error("out of memory");
    },
  });
  await render(
    <PageFrame>
      <h1>Contracts</h1>
      <Suspense>
        <Deferred content={failing} className="filters" />
      </Suspense>
    </PageFrame>,
  );
  await expect.element(page.getByRole("alert")).toHaveTextContent(/^The filters could not be shown/);
  await expect.element(page.getByRole("heading", { name: "Contracts" })).toBeVisible();
  expect(deferred().getAttribute("aria-busy")).toBe("false");
  expect(logged).toHaveBeenCalled();
  (page.getByRole("link", { name: "Try again" }).element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  expect(refreshCount()).toBe(1);
});

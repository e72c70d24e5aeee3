import { Children, isValidElement, type ReactElement, type ReactNode } from "react";
import { expect, it } from "vitest";

import PageFailed from "./error";
import SiteFailed from "./global-error";

interface ElementProps {
  type?: string;
  onClick?: () => void;
  children?: ReactNode;
}

/** The elements of an unrendered page, outermost first. */
function elementsIn(node: ReactNode): ReactElement<ElementProps>[] {
  return Children.toArray(node).flatMap((child) =>
    isValidElement<ElementProps>(child) ? [child, ...elementsIn(child.props.children)] : [],
  );
}

it.each([
  ["a page", PageFailed],
  ["a page without its frame", SiteFailed],
])("%s that failed has a button that tries again, and the reference of its error", (_, Failed) => {
  let tries = 0;
  const error = Object.assign(new Error("secret"), { digest: "12345" });
  const found = elementsIn(Failed({ error, retry: () => (tries += 1) }));
  found.find(({ type }) => type === "button")?.props.onClick?.();
  expect(tries).toBe(1);
  expect(found.find(({ type }) => type === "code")?.props.children).toBe("12345");
});

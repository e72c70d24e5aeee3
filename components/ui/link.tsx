import type { Route } from "next";
import type { ComponentProps } from "react";

/** Marks a link that keeps the scroll position when followed. */
export const keepsScroll = "data-keeps-scroll";

/**
 * Marks a link that ticks or unticks one value of a parameter. Its box changes at the press, and links pressed while a page is
 * on its way add to each other.
 */
export const toggles = (parameter: string, value: string) => ({ "data-toggles": `${parameter}=${value}` });

type LinkProps<Address extends string> = Omit<ComponentProps<"a">, "href"> & {
  href: Route<Address>;
  /** Whether the next page starts at its top. */
  scroll?: boolean;
};

/** A link to a page of this site: plain HTML, which {@link Navigation} follows. */
export function Link<Address extends string>({ scroll = true, ...props }: LinkProps<Address>) {
  return <a {...props} {...(scroll ? {} : { [keepsScroll]: "" })} />;
}

import type { Route } from "next";
import type { ComponentProps } from "react";

/** Says of a link that the place on the page stays when it is followed. */
export const keepsPlace = "data-keeps-place";

type LinkProps<Address extends string> = Omit<ComponentProps<"a">, "href"> & {
  href: Route<Address>;
  /** Whether the page that it leads to is shown from its top. */
  scroll?: boolean;
};

/** A link to a page of this site: plain HTML that `Navigation` follows. */
export function Link<Address extends string>({ scroll = true, ...props }: LinkProps<Address>) {
  return <a {...props} {...(scroll ? {} : { [keepsPlace]: "" })} />;
}

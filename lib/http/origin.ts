/** A name or an address of the Internet, and a port. */
const plainHost = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Where the client reached us, for addresses that must be absolute: in feeds, for search engines, on paper. `Host` says
 * it, behind a proxy that passes it on, too; of what a proxy adds only the protocol is believed, because it can do no
 * more than name the other one.
 */
export function originOf(headers: Headers): string {
  const host = headers.get("host") ?? "";
  const [forwarded] = (headers.get("x-forwarded-proto") ?? "").split(",");
  const protocol = forwarded?.trim().toLowerCase() === "https" ? "https" : "http";
  return `${protocol}://${plainHost.test(host) ? host : "localhost"}`;
}

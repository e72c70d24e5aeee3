/** A name or an address of the Internet, and a port. */
const plainHost = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/** Where readers find the site. */
export interface PublicSite {
  /** `CONTRACTS_URL`: the origin of every absolute address, such as `https://contracts.example`. */
  url: string | null;
  /** `CONTRACTS_HOSTS`: hosts that a request may name instead, separated by commas. */
  hosts: string[];
}

/**
 * Reads the settings.
 * @throws with a sentence for the operator where one of them is no address.
 */
export function readPublicSite(environment: NodeJS.ProcessEnv = process.env): PublicSite {
  const given = environment.CONTRACTS_URL?.trim() ?? "";
  const url = /^https?:\/\//i.test(given) && URL.canParse(given) ? new URL(given) : null;
  if (given && (url?.pathname !== "/" || url.search || url.hash || url.username))
    throw new Error(
      `CONTRACTS_URL is ${JSON.stringify(given)}; it must be an address without a path, such as https://contracts.example.`,
    );
  const hosts = (environment.CONTRACTS_HOSTS ?? "")
    .split(",")
    .map((host) => host.trim().toLowerCase())
    .filter(Boolean);
  for (const host of hosts)
    if (!plainHost.test(host))
      throw new Error(
        `CONTRACTS_HOSTS names ${JSON.stringify(host)}, which is no host such as contracts.example.`,
      );
  return { url: url?.origin ?? null, hosts };
}

/** What an answer with such addresses depends on beside its own. */
export const originVary = "host, x-forwarded-proto";

/**
 * What stands before a path in an address that should be absolute: in feeds, for search engines, on paper. `Host` is
 * believed only of this machine and of the hosts that the operator names, since anybody can send it; without one of these
 * it is empty, and addresses are relative. Of what a proxy adds only the protocol is believed.
 */
export function originOf(headers: Headers, { url, hosts }: PublicSite = readPublicSite()): string {
  if (url) return url;
  const host = (headers.get("host") ?? "").toLowerCase();
  if (!loopback.test(host) && !hosts.includes(host)) return "";
  const [forwarded] = (headers.get("x-forwarded-proto") ?? "").split(",");
  const protocol = forwarded?.trim().toLowerCase() === "https" ? "https" : "http";
  return `${protocol}://${host}`;
}

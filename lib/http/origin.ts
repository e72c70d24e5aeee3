import { type Environment, readEnv, wrongSetting } from "@/lib/env";

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/** The public addresses of the site. */
export interface PublicSite {
  /** `CONTRACTS_URL`: the origin of every absolute address, such as `https://contracts.example`. */
  url: string | null;
  /** `CONTRACTS_HOSTS`: host names that requests may use, in lower case. */
  hosts: string[];
}

/** Reads the settings. @throws {SettingError} if one has a wrong value. */
export function readPublicSite(environment?: Environment): PublicSite {
  const { CONTRACTS_URL, CONTRACTS_HOSTS: hosts } = readEnv(environment);
  if (CONTRACTS_URL === undefined) return { url: null, hosts };
  const { protocol, origin, pathname, search, hash, username } = new URL(CONTRACTS_URL);
  if (!/^https?:$/.test(protocol) || pathname !== "/" || search || hash || username)
    throw wrongSetting(
      "CONTRACTS_URL",
      CONTRACTS_URL,
      "an address without a path, such as https://contracts.example",
    );
  return { url: origin, hosts };
}

/** The request headers that responses with absolute addresses depend on. */
export const originVary = "host, x-forwarded-proto";

/**
 * The origin for absolute addresses in feeds, sitemaps, link previews and print. Any client can send any `Host`, so it
 * is trusted only if it is this machine or in `CONTRACTS_HOSTS`; else the origin is empty and addresses are relative.
 * Of the headers that a proxy adds, only the protocol is used.
 */
export function originOf(headers: Headers, { url, hosts }: PublicSite = readPublicSite()): string {
  if (url) return url;
  const host = (headers.get("host") ?? "").toLowerCase();
  if (!loopback.test(host) && !hosts.includes(host)) return "";
  const [forwarded] = (headers.get("x-forwarded-proto") ?? "").split(",");
  const protocol = forwarded?.trim().toLowerCase() === "https" ? "https" : "http";
  return `${protocol}://${host}`;
}

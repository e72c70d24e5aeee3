import { siteNames, startSites } from "@/lib/setup/sites.mjs";

/** Starts the test sites, unless they are running. */
export const setup = () => startSites(siteNames);

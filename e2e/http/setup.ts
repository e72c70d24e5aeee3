import { siteNames, startSites } from "@/lib/setup/sites.mjs";

/** Starts the test sites, unless whoever started these tests has. */
export const setup = () => startSites(siteNames);

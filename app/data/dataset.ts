import type { Route } from "next";

import { columnsIn, type View } from "@/lib/contracts/columns";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { siteName } from "@/lib/http/page-metadata";
import { change, defaults, href } from "@/lib/query/query";

const license = "https://www.usa.gov/government-works";

const files: { name: string; view: View; path: Route; encodingFormat: string }[] = [
  { name: "Actions (CSV)", view: "actions", path: "/contracts.csv" as Route, encodingFormat: "text/csv" },
  {
    name: "Actions (JSON)",
    view: "actions",
    path: "/contracts.json" as Route,
    encodingFormat: "application/json",
  },
  {
    name: "Actions (a line of JSON each)",
    view: "actions",
    path: "/api/export?format=ndjson" as Route,
    encodingFormat: "application/x-ndjson",
  },
  { name: "Contracts (CSV)", view: "contracts", path: "/contracts.csv" as Route, encodingFormat: "text/csv" },
  {
    name: "Contracts (JSON)",
    view: "contracts",
    path: "/contracts.json" as Route,
    encodingFormat: "application/json",
  },
];

/** The records as a schema.org `Dataset` with files. `agencies` has names by code. */
export function datasetOf(info: SnapshotInfo, origin: string, agencies: Record<string, string>) {
  const agencyNames = Object.values(agencies).join(" and ");
  return {
    "@type": "Dataset",
    name: `Contract actions of ${agencyNames}`,
    description: `Contract actions (award types A to D) of ${agencyNames}, signed from ${info.data_from} through ${info.data_through}, as published by USAspending.gov: what each obligated or took back, on which contract, with whom, by which office and under which vehicle. Amounts are obligations in U.S. dollars.`,
    url: `${origin}/data`,
    identifier: info.id,
    version: info.id,
    license,
    isAccessibleForFree: true,
    creator: { "@type": "Organization", name: "USAspending.gov", url: "https://www.usaspending.gov/" },
    publisher: { "@type": "Organization", name: siteName, url: `${origin}/` },
    dateModified: info.built,
    temporalCoverage: `${info.data_from}/${info.data_through}`,
    spatialCoverage: { "@type": "Place", name: "United States" },
    keywords: [
      "federal contracts",
      "obligations",
      "contract actions",
      "procurement",
      "USAspending.gov",
      ...Object.values(agencies),
    ],
    variableMeasured: columnsIn("actions", info.has).map(([name, { label, kind, help }]) => ({
      "@type": "PropertyValue",
      name,
      alternateName: label,
      description: help,
      ...(kind === "money" && { unitText: "USD" }),
    })),
    distribution: files.map(({ name, view, path, encodingFormat }) => ({
      "@type": "DataDownload",
      name,
      encodingFormat,
      contentUrl: `${origin}${withAllAgencies(path, view, Object.keys(agencies))}`,
    })),
  };
}

function withAllAgencies(path: Route, view: View, agency: string[]): string {
  const [own = "", more] = path.split("?");
  const address = href(own, change(defaults(view), { agency: agency.toSorted() }));
  return more ? `${address}${address.includes("?") ? "&" : "?"}${more}` : address;
}

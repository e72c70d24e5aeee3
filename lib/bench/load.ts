import autocannon from "autocannon";

import type { Measurement } from "@/lib/bench/figures";
import { memoryOf, watchMemory } from "@/lib/bench/processes";
import type { Server } from "@/lib/bench/server";

const clients = 8;
const seconds = 20;

/** Requests like those of visitors: lists, searches, charts, contracts and exports, more than the cache holds. */
function paths(contracts: string[]): string[] {
  const years = [2021, 2022, 2023, 2024, 2025, 2026];
  const words = ["detention", "air charter", "guard", "software", "medical", "-detention", '"body armor"'];
  const amounts = ["250k", "1m", "2.5m", "10m", "100m"];
  return [
    "/",
    "/data",
    ...years.flatMap((year) => [
      `/contracts?fy=${year}`,
      `/contracts?fy=${year}&view=actions`,
      `/contracts?show=company&fy=${year}`,
      `/api/contracts?fy=${year}&sort=company`,
      `/contracts.csv?fy=${year}`,
      `/groups.png?by=company&fy=${year}`,
    ]),
    ...words.flatMap((word) => [
      `/contracts?q=${encodeURIComponent(word)}`,
      `/api/groups?by=office&q=${encodeURIComponent(word)}`,
    ]),
    ...amounts.flatMap((amount) => [
      `/contracts?min=${amount}&amount=period`,
      `/contracts?min=${amount}&amount=action&view=actions`,
    ]),
    ...contracts.map((key) => `/contracts/${encodeURIComponent(key)}`),
  ];
}

/** Memory, responses a second and their time under eight clients that request without a pause. */
export async function loadFigures({ url, pid }: Server): Promise<Measurement[]> {
  const idle = (await memoryOf(pid)) ?? 0;
  const { rows } = (await (await fetch(`${url}/api/contracts?size=20`)).json()) as {
    rows: { key: string }[];
  };
  const peak = watchMemory(pid);
  const result = await autocannon({
    url,
    connections: clients,
    duration: seconds,
    timeout: 30,
    requests: paths(rows.map(({ key }) => key)).map((path) => ({ method: "GET", path })),
  });
  const most = await peak();
  if (result.non2xx + result.errors + result.timeouts > 0)
    throw new Error(
      `Under load, ${result.non2xx} answers were no success, ${result.errors} failed and ${result.timeouts} came too late.`,
    );
  const part = `the server under ${clients} clients, bundled records`;
  const conditions = `${seconds} s, pages, API and exports mixed; ${result["2xx"]} answers`;
  return [
    {
      part,
      what: "memory at its peak",
      conditions: `${conditions}; ${idle.toFixed(0)} MB before`,
      value: most,
      unit: "MB",
      budget: { most: 400 },
    },
    { part, what: "answers", conditions, value: result.requests.average, unit: "requests/s" },
    {
      part,
      what: "time to the whole answer, 97.5th percentile (median)",
      conditions: "the clients run on the same cores",
      value: result.latency.p97_5,
      middle: result.latency.p50,
      unit: "ms",
    },
  ];
}

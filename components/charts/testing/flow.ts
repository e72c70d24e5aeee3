import type { ThreeWayGroup } from "@/lib/contracts/totals";

const passing = (company: string, vehicle: string, office: string, net: number): ThreeWayGroup => ({
  key: company.toLowerCase(),
  label: company,
  key2: vehicle,
  label2: vehicle,
  key3: office,
  label3: office,
  net,
  added: Math.max(net, 0),
  taken_back: Math.min(net, 0),
  actions: 1,
  contracts: 1,
});

/** Four companies through two kinds of vehicle and two offices, one of them with more taken back than added. */
export const flowGroups = [
  passing("Alpha", "ice", "70CDCR", 500_00),
  passing("Alpha", "none", "70CTD0", 200_00),
  passing("Beta", "ice", "70CDCR", 300_00),
  passing("Gamma", "none", "70CDCR", 200_00),
  passing("Delta", "ice", "70CTD0", -50_00),
];

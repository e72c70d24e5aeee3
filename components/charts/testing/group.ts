import type { ChartGroup } from "@/components/charts/groups";

/** A group of three actions on two contracts, called by its key. */
export const group = (key: string, added: number, taken_back: number): ChartGroup => ({
  key,
  label: key,
  net: added + taken_back,
  added,
  taken_back,
  actions: 3,
  contracts: 2,
  href: "/contracts",
});

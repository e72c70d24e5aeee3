import { expect, it } from "vitest";

import { foldFlow, mostStrands } from "@/lib/contracts/flow";
import type { ThreeWayGroup } from "@/lib/contracts/totals";

const group = (key: string, key2: string | null, key3: string, net: number): ThreeWayGroup => ({
  key,
  label: `Company ${key}`,
  key2,
  label2: key2 ?? "Not reported",
  key3,
  label3: `Office ${key3}`,
  net,
  added: Math.max(net, 0),
  taken_back: Math.min(net, 0),
  actions: 1,
  contracts: 1,
});

it("leaves few groups as they are, and a missing key a group of its own", () => {
  const { stages, strands } = foldFlow([group("a", "none", "X", 50), group("b", null, "X", 70)]);
  expect(stages.map((nodes) => nodes.map(({ key, net }) => [key, net]))).toEqual([
    [
      ["b", 70],
      ["a", 50],
    ],
    [
      [null, 70],
      ["none", 50],
    ],
    [["X", 120]],
  ]);
  expect(strands.map(({ nodes, net }) => [...nodes.map(({ label }) => label), net])).toEqual([
    ["Company b", "Not reported", "Office X", 70],
    ["Company a", "none", "Office X", 50],
  ]);
});

it("folds many groups into others, and strands and nodes still add up to the whole", () => {
  const groups = Array.from({ length: 2_000 }, (_, index) =>
    group(`c${index % 137}`, `v${index % 23}`, `o${index % 11}`, ((index * 7919) % 1_000) - 200),
  );
  const whole = groups.reduce((sum, { net }) => sum + net, 0);
  const { stages, strands } = foldFlow(groups);
  expect(strands.length).toBeLessThanOrEqual(mostStrands);
  expect(strands.length).toBeGreaterThan(mostStrands / 3);
  const sum = (rows: { net: number }[]) => rows.reduce((total, { net }) => total + net, 0);
  for (const rows of [strands, ...stages]) expect(sum(rows)).toBe(whole);
  expect(strands.reduce((total, { actions }) => total + actions, 0)).toBe(groups.length);
  for (const [stage, nodes] of stages.entries()) {
    expect(nodes.at(-1)?.others).toBe(([137, 23, 11][stage] ?? 0) - (nodes.length - 1));
    expect(nodes.slice(0, -1).every(({ others }) => others === 0)).toBe(true);
  }
});

it("has no others where one group would be left", () => {
  const groups = Array.from({ length: 13 }, (_, index) => group(`c${index}`, "v", "o", 100 - index));
  expect(foldFlow(groups).stages[0]).toHaveLength(13);
});

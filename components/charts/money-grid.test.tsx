import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import { MoneyGrid } from "@/components/charts/money-grid";
import { moneyAxis } from "@/components/charts/scale";

/** The figure of a label such as `$50`, `−20` or `$100 million`. */
const figureOf = (label: string) => Number(label.replace("−", "-").replace(/[^\d.-]/g, ""));

it.each([
  [0, 930_000_000_00],
  [-40_000_000_00, 125_000_000_00],
])("stands each label at the height of its own amount, from %i to %i cents", (least, most) => {
  const money = moneyAxis([{ taken_back: least, added: most }]);
  const height = 200;
  const [low = 0, high = 0] = [money.ticks[0], money.ticks.at(-1)];
  const y = (cents: number) => height * (1 - (cents - low) / (high - low));
  const markup = renderToStaticMarkup(<MoneyGrid money={money} y={y} />);
  const labels = [...markup.matchAll(/<text[^>]* y="([^"]+)"[^>]*>([^<]+)<\/text>/g)].map(
    ([, at = "", label = ""]) => ({ at: Number(at), figure: figureOf(label) }),
  );
  expect(labels).toHaveLength(money.ticks.length);
  const size = high / (labels.at(-1)?.figure ?? 1);
  for (const [index, { at, figure }] of labels.entries()) {
    expect(Math.abs(at - y(money.ticks[index] ?? 0))).toBeLessThanOrEqual(6);
    expect(figure * size).toBeCloseTo(money.ticks[index] ?? 0);
  }
});

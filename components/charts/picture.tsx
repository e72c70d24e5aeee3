import type { CSSProperties, ReactNode } from "react";

import { type ChartGroup, fills, pieces, type Unfinished } from "@/components/charts/groups";
import { legendEntries } from "@/components/charts/legend";
import { solid } from "@/components/charts/picture-colours";
import { plot } from "@/components/charts/plot";
import { axisLabels, moneySpan, position } from "@/components/charts/scale";
import { earlierYearsName, namedPeriods, periodName } from "@/components/charts/time";
import { timeLayout } from "@/components/charts/time-layout";
import { type Cents, formatShare, roundedMoney } from "@/lib/contracts/money";

/** The width of a picture and of what is in it, in pixels of a page; its room is that of a page's widest chart. */
export const pictureWidth = 952;
const margin = 32;
const inner = pictureWidth - 2 * margin;
const colour = (token: string) => solid(`var(--${token})`);

interface PictureProps {
  /** The question that the chart answers. */
  title: string;
  /** The measure, the selection and the window in words. */
  subtitle: string;
  groups: ChartGroup[];
  /** What is not among `groups`, added together. */
  rest: ChartGroup | null;
  order: "size" | "time";
  /** Net obligations of the whole selection, what shares are of. */
  whole: Cents;
  unfinished: Unfinished | null;
  /** Where the numbers are from and what they leave out. */
  source: string;
  /** The address of the chart or its records. */
  address: string;
}

/**
 * A chart of groups as a picture for an article, laid out by satori: every box is a flex box, and its colours are those
 * of print. It says of itself what the frame says of a chart on a page.
 */
export function Picture({ title, subtitle, groups, rest, whole, source, address, ...time }: PictureProps) {
  const entries = legendEntries({ groups, past: earlierYearsName, unfinished: time.unfinished });
  return (
    <Column
      style={{
        width: pictureWidth,
        padding: margin,
        background: colour("paper"),
        color: colour("ink"),
        fontFamily: "sans",
        fontFeatureSettings: '"tnum"',
      }}
    >
      <Line style={{ fontFamily: "serif", fontWeight: 600, fontSize: 24, lineHeight: 1.2 }}>{title}</Line>
      <Line style={{ ...quiet, fontSize: 14, marginTop: 6, lineHeight: 1.4 }}>{subtitle}</Line>
      {groups.length === 0 ? (
        <Line style={{ fontSize: 16, margin: "32px 0" }}>No contract action fits.</Line>
      ) : (
        <Column style={{ margin: "14px 0 16px" }}>
          <Line style={{ ...quiet, fontSize: 12.5, flexWrap: "wrap", columnGap: 18, marginBottom: 8 }}>
            {entries.map(({ words, fill, isHatched }) => (
              <Line key={words} style={{ alignItems: "center", gap: 6 }}>
                {fill && <Sample fill={fill} isHatched={isHatched} />}
                {words}
              </Line>
            ))}
          </Line>
          {time.order === "time" ? (
            <Periods groups={groups} unfinished={time.unfinished} />
          ) : (
            <Ranks rows={rest ? [...groups, rest] : groups} whole={whole} />
          )}
        </Column>
      )}
      <Column
        style={{
          ...quiet,
          width: inner,
          fontSize: 12,
          lineHeight: 1.45,
          borderTop: `1px solid ${colour("line")}`,
          paddingTop: 10,
        }}
      >
        <Line>{source}</Line>
        <Line style={{ wordBreak: "break-all", lineClamp: 2 }}>{address}</Line>
      </Column>
    </Column>
  );
}

const quiet = { color: colour("soft") };

/** satori lays out nothing but flex boxes. */
const Line = ({ style, children }: { style?: CSSProperties; children: ReactNode }) => (
  <div style={{ display: "flex", ...style }}>{children}</div>
);

const Column = ({ style, children }: { style?: CSSProperties; children: ReactNode }) => (
  <div style={{ display: "flex", flexDirection: "column", ...style }}>{children}</div>
);

function Sample({ fill, isHatched }: { fill: string; isHatched: boolean }) {
  return <div style={{ display: "flex", width: 12, height: 12, ...filled(fill, isHatched) }} />;
}

const filled = (fill: string, isHatched: boolean): CSSProperties =>
  isHatched
    ? {
        backgroundImage: `repeating-linear-gradient(45deg, ${solid(fill)} 0, ${solid(fill)} 4px, ${colour("paper")} 4px, ${colour("paper")} 6px)`,
      }
    : { background: solid(fill) };

const rank = { label: 276, money: 118, share: 62, gap: 12 } as const;
const track = inner - rank.label - rank.money - rank.share - 3 * rank.gap;

/** Groups by size: a name, its bar from the zero line, the net and its share. */
function Ranks({ rows, whole }: { rows: ChartGroup[]; whole: Cents }) {
  const span = moneySpan(rows);
  const at = (cents: Cents) => position(cents, span) * track;
  return (
    <Column>
      {rows.map((group) => (
        <Line
          key={group.key ?? `no key: ${group.label}`}
          style={{ alignItems: "center", gap: rank.gap, minHeight: 28, fontSize: 14, lineHeight: 1.2 }}
        >
          <Line style={{ width: rank.label, padding: "3px 0", wordBreak: "break-word" }}>{group.label}</Line>
          <div
            style={{ display: "flex", position: "relative", width: track, height: 28, alignSelf: "center" }}
          >
            {pieces(group).map(({ fill, from, to }) => (
              <Bar
                key={`${fill} ${Math.sign(to)}`}
                fill={fill}
                box={{
                  left: Math.min(at(from), at(to)),
                  width: Math.abs(at(to) - at(from)),
                  top: 6,
                  height: 16,
                }}
              />
            ))}
            <Bar fill="var(--edge)" box={{ left: at(0), width: 1, top: 0, height: 28 }} />
          </div>
          <Line
            style={{ width: rank.money, justifyContent: "flex-end", fontWeight: 600, ...signed(group.net) }}
          >
            {roundedMoney(group.net)}
          </Line>
          <Line style={{ ...quiet, width: rank.share, justifyContent: "flex-end", fontSize: 13 }}>
            {formatShare(group.net, whole)}
          </Line>
        </Line>
      ))}
    </Column>
  );
}

const signed = (cents: Cents) => (cents < 0 ? { color: colour("neg") } : {});

interface PictureBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

const Bar = ({ fill, box, isHatched = false }: { fill: string; box: PictureBox; isHatched?: boolean }) =>
  box.width > 0 ? (
    <div style={{ display: "flex", position: "absolute", ...box, ...filled(fill, isHatched) }} />
  ) : null;

/** Groups over time, on the scales and with the words of the drawing on a page that has all the room it wants. */
function Periods({ groups, unfinished }: { groups: ChartGroup[]; unfinished: Unfinished | null }) {
  const { axis, y, marks } = timeLayout(groups, unfinished);
  const named = namedPeriods(groups.map(({ key }) => key ?? ""));
  const labels = axisLabels(axis);
  const wide = inner - plot.left;
  const band = wide / groups.length;
  return (
    <div style={{ display: "flex", position: "relative", width: inner, height: plot.height, fontSize: 12 }}>
      {axis.ticks.map((tick) => (
        <div
          key={tick}
          style={{
            display: "flex",
            position: "absolute",
            left: plot.left,
            top: y(tick),
            width: wide,
            height: 1,
            background: colour("line"),
          }}
        />
      ))}
      {axis.ticks.map((tick, index) => (
        <Words
          key={tick}
          style={quiet}
          {...(index < labels.length - 1
            ? { x: plot.left - 8, y: y(tick) + 4, anchor: "end" }
            : { x: 0, y: y(tick) - 6, anchor: "start" })}
        >
          {labels[index]}
        </Words>
      ))}
      {groups.flatMap((group, index) =>
        pieces(group).map(({ fill, from, to }) => (
          <Bar
            key={`${group.key} ${fill} ${Math.sign(to)}`}
            fill={fill}
            isHatched={group.key === unfinished?.key && fill !== fills.back}
            box={{
              left: plot.left + (index + plot.gap) * band,
              width: from === to ? 0 : band * (1 - 2 * plot.gap),
              top: y(Math.max(from, to)),
              height: Math.max(1, Math.abs(y(from) - y(to))),
            }}
          />
        )),
      )}
      <Bar fill="var(--soft)" box={{ left: plot.left, top: y(0), width: wide, height: 1 }} />
      {groups.map(
        ({ key, label }, index) =>
          named.get(key ?? "")?.includes("wide") && (
            <Words
              key={key}
              style={quiet}
              x={plot.left + (index + 0.5) * band}
              y={y(axis.low) + 18}
              anchor="middle"
            >
              {periodName(key ?? "", label, "short")}
            </Words>
          ),
      )}
      {marks
        .filter(({ rooms }) => rooms.includes("wide"))
        .map(({ text, at, dx, y: base, anchor, line, isInside }) => (
          <div key={text} style={{ display: "flex" }}>
            {line && (
              <Bar
                fill="var(--soft)"
                box={{
                  left: plot.left + at * wide + line.from,
                  top: base - 4,
                  width: line.to - line.from,
                  height: 1,
                }}
              />
            )}
            <Words
              x={plot.left + at * wide + dx}
              y={base}
              anchor={anchor}
              style={isInside ? { color: colour("paper"), fontWeight: 600 } : {}}
            >
              {text}
            </Words>
          </div>
        ))}
    </div>
  );
}

interface WordsProps {
  x: number;
  /** The base line. */
  y: number;
  anchor: "start" | "middle" | "end";
  style: CSSProperties;
  children: ReactNode;
}

const reach = 400;
const sides = { start: "flex-start", middle: "center", end: "flex-end" } as const;
const shares = { start: 0, middle: 0.5, end: 1 } as const;

/** A line of words at a place, without a box of their own that could break them. */
const Words = ({ x, y, anchor, style, children }: WordsProps) => (
  <div
    style={{
      display: "flex",
      position: "absolute",
      left: x - reach * shares[anchor],
      top: y - 12,
      width: reach,
      height: 16,
      lineHeight: 1.25,
      whiteSpace: "nowrap",
      justifyContent: sides[anchor],
      ...style,
    }}
  >
    {children}
  </div>
);

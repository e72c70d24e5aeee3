import { Link } from "@/components/ui/link";

import { type Cents, formatMoney, toDollars } from "@/lib/contracts/money";
import { readAmount, shortAmount } from "@/lib/query/amounts";
import { findPage } from "@/lib/query/find";
import type { FindRequest } from "@/lib/query/requests";
import type { WrittenFigure } from "@/lib/query/written";

/** Without cents where there are none: `$29,800,000`. */
const plainMoney = (cents: Cents) => formatMoney(cents).replace(/\.00$/, "");

/** How a figure was read, and which exact figures it stands for. */
export function Reading({ written, request }: { written: WrittenFigure; request: FindRequest }) {
  const { value, step, nearness } = written;
  return (
    <>
      <p>
        Read as <strong>{plainMoney(value)}</strong>,{" "}
        {step === 1 ? (
          "to the cent: only this figure fits"
        ) : (
          <>
            to the nearest {plainMoney(step)}: what fits goes <Interval written={written} />
          </>
        )}
        .{nearness !== null && ` “${nearness}” was understood and narrows nothing.`}
      </p>
      <OtherReadings written={written} request={request} />
    </>
  );
}

function Interval({ written: { value, from, below } }: { written: WrittenFigure }) {
  const [first, way, beyond] = value < 0 ? [below - 1, "down", from - 1] : [from, "up", below];
  return (
    <>
      from <span className="nowrap">{formatMoney(first)}</span> {way} to but not including{" "}
      <span className="nowrap">{formatMoney(beyond)}</span>
    </>
  );
}

/** The most dollars of a figure that somebody may have left the unit away from. */
const smallest: Cents = 1_000_00;
/** A figure written out that is a multiple of this looks rounded. */
const round: Cents = 100_000_00;

/** Other ways to write a figure without a unit: more may have been meant by it than it says. */
function OtherReadings({
  written: { unit, value, text },
  request,
}: {
  written: WrittenFigure;
  request: FindRequest;
}) {
  if (unit !== "") return null;
  const sign = value < 0 ? "-" : "";
  const others =
    Math.abs(value) < smallest
      ? [`${sign}$${text} million`, `${sign}$${text} billion`]
      : value % round === 0
        ? [shortAmount(readAmount(toDollars(value)) ?? "")]
        : [];
  if (others.length === 0) return null;
  return (
    <p>
      {Math.abs(value) < smallest
        ? "Without a unit it is read as dollars."
        : "Written out, it is read to the dollar."}{" "}
      Look for{" "}
      {others.map((amount, index) => (
        <span key={amount}>
          {index > 0 && " or "}
          <Link href={findPage({ ...request, amount: { text: amount, figure: null } })}>{amount}</Link>
        </span>
      ))}{" "}
      instead?
    </p>
  );
}

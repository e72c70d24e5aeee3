import { Joined } from "@/components/ui/joined";
import { Link } from "@/components/ui/link";
import { type Cents, formatMoney, toDollars } from "@/lib/contracts/money";
import { readBound, shortAmount } from "@/lib/query/amounts";
import { findPage } from "@/lib/query/find";
import type { FindRequest } from "@/lib/query/requests";
import type { WrittenFigure } from "@/lib/query/written-figure";

/** Money without zero cents: `$29,800,000`. */
const plainMoney = (cents: Cents) => formatMoney(cents).replace(/\.00$/, "");

export function Reading({ written, request }: { written: WrittenFigure; request: FindRequest }) {
  const { value, step, nearness } = written;
  return (
    <>
      <p>
        Read as <strong>{plainMoney(value)}</strong>,{" "}
        {step === 1 ? (
          "to the cent: only this figure matches"
        ) : (
          <>
            to the nearest {plainMoney(step)}. Matches run <MatchedRange written={written} />
          </>
        )}
        .{nearness !== null && ` We ignored “${nearness}”.`}
      </p>
      <OtherReadings written={written} request={request} />
    </>
  );
}

function MatchedRange({ written: { value, from, below } }: { written: WrittenFigure }) {
  const [first, way, beyond] = value < 0 ? [below - 1, "down", from - 1] : [from, "up", below];
  return (
    <>
      from <span className="nowrap">{formatMoney(first)}</span> {way} to but not including{" "}
      <span className="nowrap">{formatMoney(beyond)}</span>
    </>
  );
}

/** Below this, a figure may lack its unit. */
const unitlessBelow: Cents = 1_000_00;
/** A multiple of this looks rounded. */
const roundStep: Cents = 100_000_00;

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
    Math.abs(value) < unitlessBelow
      ? [`${sign}$${text} million`, `${sign}$${text} billion`]
      : value % roundStep === 0
        ? [shortAmount(readBound(toDollars(value)) ?? "")]
        : [];
  if (others.length === 0) return null;
  return (
    <p>
      {Math.abs(value) < unitlessBelow
        ? "Without a unit, it is read as dollars."
        : "Written out, it is read to the dollar."}{" "}
      Search for{" "}
      <Joined
        by=" or "
        parts={others.map((amount) => (
          <Link key={amount} href={findPage({ ...request, amount: { text: amount, figure: null } })}>
            {amount}
          </Link>
        ))}
      />{" "}
      instead?
    </p>
  );
}

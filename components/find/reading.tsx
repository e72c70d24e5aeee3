import { Joined } from "@/components/ui/joined";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { CompanyName } from "@/lib/contracts/companies";
import { type Cents, formatCount, formatMoney, toDollars } from "@/lib/contracts/money";
import { readBound, shortAmount } from "@/lib/query/amounts";
import { findPage } from "@/lib/query/find";
import type { FindRequest } from "@/lib/query/requests";
import type { WrittenFigure } from "@/lib/query/written-figure";
import styles from "./company-choices.module.css";

/** Money without zero cents: `$29,800,000`. */
const plainMoney = (cents: Cents) => formatMoney(cents).replace(/\.00$/, "");

/** Explains how a figure was parsed, and which range of exact figures it matches. */
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
            to the nearest {plainMoney(step)}: what fits goes <MatchedRange written={written} />
          </>
        )}
        .{nearness !== null && ` “${nearness}” was understood and narrows nothing.`}
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

/** Suggests other readings of a figure without a unit: millions, or a rounded figure. */
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
        ? "Without a unit it is read as dollars."
        : "Written out, it is read to the dollar."}{" "}
      Look for{" "}
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

interface CompanyChoicesProps {
  request: FindRequest;
  choices: CompanyName[];
  /** The number of matches, including those not listed. */
  found: number;
}

/** The companies that match a name, to choose from, or a note that none does. */
export function CompanyChoices({ request, choices, found }: CompanyChoicesProps) {
  const { company } = request;
  if (found === 0) {
    return (
      <Notice title={`No company or recipient in these records is named “${company}”`}>
        <p>
          So nothing was looked in. A part of the name may do;{" "}
          <Link href={findPage({ ...request, company: "" })}>or look at every company</Link>.
        </p>
      </Notice>
    );
  }
  return (
    <Notice title={`Which company? ${formatCount(found)} have “${company}” in a name`}>
      <p>A part of a name says nothing of who belongs to whom, so nothing was looked in yet. Choose one:</p>
      <ul className={styles.choices}>
        {choices.map(({ slug, name }) => (
          <li key={slug}>
            <Link href={findPage({ ...request, company: slug })}>{name}</Link>
          </li>
        ))}
        {found > choices.length && <li>and {formatCount(found - choices.length)} more</li>}
      </ul>
    </Notice>
  );
}

import type { Route } from "next";
import { DataTable } from "@/components/ui/data-table";
import { Joined } from "@/components/ui/joined";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { CompanyName } from "@/lib/contracts/companies";
import { formatDay } from "@/lib/contracts/days";
import { type Cents, formatCount, formatMoney, toDollars } from "@/lib/contracts/money";
import type { PressFigure } from "@/lib/contracts/rule-tables";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { readBound, shortAmount } from "@/lib/query/amounts";
import { findPage } from "@/lib/query/find";
import type { FindRequest } from "@/lib/query/requests";
import type { WrittenFigure } from "@/lib/query/written-figure";
import styles from "./company-choices.module.css";

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

interface CompanyChoicesProps {
  request: FindRequest;
  choices: CompanyName[];
  /** The number of matches, including those not listed. */
  found: number;
}

export function CompanyChoices({ request, choices, found }: CompanyChoicesProps) {
  const { company } = request;
  if (found === 0) {
    return (
      <Notice title={`No company or recipient in these records is named “${company}”`}>
        <p>
          Try part of the name, or{" "}
          <Link href={findPage({ ...request, company: "" })}>search every company</Link>.
        </p>
      </Notice>
    );
  }
  return (
    <Notice title={`Which company? ${formatCount(found)} have “${company}” in a name`}>
      <p>Choose one to search:</p>
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

export function PressFigures({ figures }: { figures: PressFigure[] }) {
  if (figures.length === 0) return null;
  return (
    <Section
      title="Published figures"
      subtitle="Each link searches for the figure as published. The exact one is next to it."
    >
      <DataTable
        label="Table of published figures"
        columns={[
          {
            header: "As published",
            isRowHeader: true,
            value: ({ figure }) => figure,
            href: ({ query }) => `/find?${query}` as Route,
          },
          { header: "Where", cell: ({ outlet }) => outlet },
          { header: "What it describes", kind: "long", cell: ({ summary }) => summary },
          { header: "In the records", kind: "money", value: ({ exact }) => exact },
        ]}
        rows={figures}
        rowKey={({ query }) => query}
      />
    </Section>
  );
}

export function MatchingHelp({ info }: { info: SnapshotInfo }) {
  return (
    <Section title="How we match a figure">
      <ul>
        <li>
          <strong>Rounded or cut off.</strong> 29.8 million matches every figure that rounds to it, from
          $29,750,000.00, and every figure that begins with it, up to but not including $29,900,000.00. The
          last digit sets the range: 30 million is wider, 29,898,236 is one dollar.
        </li>
        <li>
          <strong>Single actions</strong>, <strong>contracts</strong> (in all records, a fiscal year, a
          calendar year, and as running totals at the end of any day), <strong>companies</strong> (also in
          halves of a calendar year and months) and <strong>the whole agency</strong> (also in quarters). Next
          to the net is the amount added alone, where that differs. A figure with a minus sign is matched with
          what was taken back. The year before is also added up to the same date as the records.
        </li>
        <li>
          We search running totals for every company that ever held the contract, because an article often
          quotes a contract’s total on its own day. To search sums over other days, use “Custom dates”.
          Without an end, the period ends where the records end.
        </li>
        <li>
          <strong>Not in these records:</strong> ceilings and potential values, outlays, and what was
          obligated before {formatDay(info.data_from)}. The press often quotes those.
        </li>
      </ul>
    </Section>
  );
}

import { RecordsLink, RecordsSum } from "@/components/figures/records-link";
import { CopyableText } from "@/components/ui/copyable-text";
import { Disclosure, FirstOnPhone, Section } from "@/components/ui/section";
import { formatDay, formatSince } from "@/lib/contracts/days";
import { counted, formatMoney } from "@/lib/contracts/money";
import { isConfirmed, publishedMeasures, verdicts } from "@/lib/contracts/published-figures";
import { capitalize } from "@/lib/contracts/text";
import { correctionText, verdictReason, verdictText } from "@/lib/findings/checks";
import type { Check } from "@/lib/query/checks";
import { change, href } from "@/lib/query/query";

import styles from "./check-list.module.css";

interface CheckListProps {
  checks: Check[];
  /** The last day of the records. */
  through: string;
  /** The origin of addresses in texts to copy. */
  origin: string;
  /** Whether the reason of a verdict that does not confirm a figure is open from the start. */
  hasReasons: boolean;
}

/** Published figures next to those of the records, by publisher. Each opens its arithmetic. */
export function CheckList({ checks, ...context }: CheckListProps) {
  const publishers = [...new Set(checks.map(({ publisher }) => publisher))];
  return publishers.map((publisher) => {
    const own = checks.filter((check) => check.publisher === publisher);
    const dates = [...new Set(own.map(({ published }) => formatSince(published)))];
    return (
      <Section key={publisher} title={publisher} subtitle={dates.length === 1 ? dates[0] : undefined}>
        <FirstOnPhone
          shown={2}
          items={own.map((check) => (
            <CheckEntry key={check.id} check={check} isDated={dates.length > 1} {...context} />
          ))}
        />
      </Section>
    );
  });
}

interface CheckEntryProps extends Omit<CheckListProps, "checks"> {
  check: Check;
  /** Whether the entry has its own date. */
  isDated: boolean;
}

function CheckEntry({ check, isDated, through, origin, hasReasons }: CheckEntryProps) {
  const { id, figure, statement, published, selection, net, verdict } = check;
  const isReasonOpen = hasReasons && !isConfirmed(verdict);
  return (
    <article id={id} className={styles.check} aria-label={`${figure}: ${statement}`}>
      <p className={styles.figure}>{figure}</p>
      <p>
        {statement}
        {isDated && <span className={styles.date}> · {formatSince(published)}</span>}
      </p>
      <div className={styles.ours}>
        <p className={isConfirmed(verdict) ? styles.confirmed : styles.verdict}>{verdictText(check)}</p>
        <p>
          <RecordsSum query={selection} cents={net} exact /> in the records
        </p>
      </div>
      <div className={styles.more}>
        {isReasonOpen && <p>{verdictReason(check)}</p>}
        <Disclosure title="Arithmetic">
          <Arithmetic check={check} hasReason={!isReasonOpen} />
        </Disclosure>
        {!isConfirmed(verdict) && (
          <Disclosure title="Ask for a correction">
            <CopyableText
              label={`Text to ask ${check.publisher} about ${figure}`}
              text={correctionText(
                check,
                `${origin}${href("/contracts", change(selection, { view: "actions" }))}`,
                through,
              )}
            />
          </Disclosure>
        )}
      </div>
    </article>
  );
}

/** Plain texts, since there are many of them. */
function Arithmetic({ check, hasReason }: { check: Check; hasReason: boolean }) {
  const { value, measure, selection, query, window, net, added, taken_back, actions, contracts, note } =
    check;
  const days = `from ${formatDay(window.from)}, through ${formatDay(window.to)}`;
  return (
    <ul>
      {hasReason && <li>{verdictReason(check)}</li>}
      <li>
        As published: {formatMoney(value)}, described as {publishedMeasures[measure]}
      </li>
      <li>
        In the records: {formatMoney(added)} added, <span className="nowrap">{formatMoney(taken_back)}</span>{" "}
        taken back, <span className="nowrap">{formatMoney(net)}</span> net, in{" "}
        <RecordsLink query={change(selection, { view: "actions" })}>{counted(actions, "action")}</RecordsLink>{" "}
        on {counted(contracts, "contract")} {days}
      </li>
      <li>
        Difference: <span className="nowrap">{formatMoney(value - net)}</span>
      </li>
      <li>
        Our query: <code>{query}</code>
      </li>
      {note !== "" && <li>{note}</li>}
      <li>
        <Source check={check} />
      </li>
    </ul>
  );
}

function Source({ check: { publisher, published, seen_in: seenIn, url } }: { check: Check }) {
  const text = `Source: ${publisher}, ${formatSince(published)}`;
  return (
    <>
      {url === "" ? text : <a href={url}>{text}</a>}
      {seenIn !== "" && `. We read ${seenIn}, not the original.`}
    </>
  );
}

/** How the figures were compared, and what each verdict means. */
export function CheckMethod() {
  return (
    <Section id="method" title="How we compare">
      <ul>
        <li>
          For each figure, a reviewed row of data/press-figures.csv has its publisher, date and statement,
          what it says it counts, and the query of the actions that it seems to describe. The verdict is
          computed from the records whenever this page is opened.
        </li>
        <li>
          <strong>{verdicts.rounded}</strong> means that the net rounds to the figure or begins with it. That
          the two agree does not prove that they count the same.
        </li>
        <li>
          <strong>{capitalize(publishedMeasures.potential)}</strong>, <strong>outlays</strong> and{" "}
          <strong>{publishedMeasures.accounts}</strong> are not in these records. Such a figure may be right.
        </li>
        <li>
          <strong>{verdicts.lifetime}</strong> is the verdict on a figure of outlays or whole contracts that
          is at least 1.2 times the net, and not more than the contracts come to if each is counted once for
          every action. Downloads from USAspending.gov repeat a contract’s total on each of its actions.
        </li>
        <li>
          <strong>{verdicts.none}</strong> does not mean wrong. The figure may count other days, other awards,
          or what was reported when it was published.
        </li>
      </ul>
    </Section>
  );
}

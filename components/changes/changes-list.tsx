import { isDescribed, kindNames, sentencePieces } from "@/components/changes/sentence";
import { Link } from "@/components/ui/link";
import { RecordedText } from "@/components/ui/recorded-text";
import { FirstOnPhone, Section } from "@/components/ui/section";
import type { Change } from "@/lib/contracts/changes";
import { type Day, formatDay } from "@/lib/contracts/days";
import { changesOf } from "@/lib/query/changes";
import { companyPage, contractPage } from "@/lib/query/pages";
import { change, type Query } from "@/lib/query/query";
import { changesRequest } from "@/lib/query/requests";
import styles from "./changes-list.module.css";

export function ChangesLink({ query }: { query: Query }) {
  const request = changesOf(change(query, { view: "contracts", show: null }));
  return (
    <>
      <Link href={changesRequest.href("/changes", request)}>What changed</Link> (
      <a href={changesRequest.href("/changes.atom", request)}>feed</a>)
    </>
  );
}

export function ChangesList({ changes, query }: { changes: Change[]; query: Query }) {
  return byDay(changes).map(({ day, changes: noticed }) => (
    <section key={day} className={styles.day} aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`}>
        Noticed on <time dateTime={day}>{formatDay(day)}</time>
      </h2>
      <FirstOnPhone
        shown={5}
        list={(items) => (
          <ol className={styles.list} aria-label={`Changes noticed on ${formatDay(day)}`}>
            {items}
          </ol>
        )}
        items={noticed.map((change) => <ChangeItem key={change.id} change={change} query={query} />)}
      />
    </section>
  ));
}

interface ChangeItemProps {
  change: Change;
  query: Query;
  /** Whether to show the day, because no heading has it. */
  isDated?: boolean;
}

function ChangeItem({ change, query, isDated = false }: ChangeItemProps) {
  return (
    <li id={change.id} className={styles.change}>
      <span className={styles.kind}>
        {kindNames[change.kind].one}
        {isDated && (
          <time className={styles.noticed} dateTime={change.noticed}>
            {" "}
            {formatDay(change.noticed)}
          </time>
        )}
        {change.late && <strong className={styles.late}> recorded late</strong>}
      </span>
      <ChangeSentence change={change} query={query} />
    </li>
  );
}

function byDay(changes: Change[]): { day: Day; changes: Change[] }[] {
  const days = new Map<Day, Change[]>();
  for (const change of changes) days.set(change.noticed, [...(days.get(change.noticed) ?? []), change]);
  return [...days].map(([day, noticed]) => ({ day, changes: noticed }));
}

/** The sentence of a change with links to its contract and company, and the description of the action. */
function ChangeSentence({ change, query }: { change: Change; query: Query }) {
  if (change.kind === "description" || change.kind === "classification")
    return <TextChange change={change} query={query} />;
  return (
    <div className={styles.sentence}>
      <p>
        <SentencePieces change={change} query={query} />
      </p>
      {isDescribed(change) && (
        <RecordedText text={change.description} lines={2} className={styles.description} />
      )}
    </div>
  );
}

function SentencePieces({ change, query, end }: { change: Change; query: Query; end?: number }) {
  return sentencePieces(change)
    .slice(0, end)
    .map(({ text, is }, index) => {
      const href =
        is === "contract" && change.contract
          ? contractPage(change.contract, query)
          : is === "company" && change.company
            ? companyPage(change.company.slug, query)
            : null;
      const key = `${index} ${text}`;
      return href ? (
        <Link key={key} href={href}>
          {text}
        </Link>
      ) : (
        <span key={key}>{text}</span>
      );
    });
}

function TextChange({ change, query }: { change: Change; query: Query }) {
  return (
    <div className={styles.sentence}>
      <p>
        <SentencePieces change={change} query={query} end={-1} /> has changed in the records.
      </p>
      <dl className={styles.texts}>
        <dt>Now</dt>
        <dd>{change.after}</dd>
        <dt>Before</dt>
        <dd>{change.before}</dd>
      </dl>
    </div>
  );
}

export function NewestChanges({ changes, query }: { changes: Change[]; query: Query }) {
  if (changes.length === 0) return null;
  const request = changesOf(query);
  return (
    <Section
      id="changes"
      title="What changed"
      subtitle={
        <>
          Differences between the latest retrievals of the records and earlier ones.{" "}
          <Link href={changesRequest.href("/changes", request)}>All changes</Link> (
          <a href={changesRequest.href("/changes.atom", request)}>feed</a>)
        </>
      }
    >
      <ol className={styles.list}>
        {changes.map((change) => (
          <ChangeItem key={change.id} change={change} query={query} isDated />
        ))}
      </ol>
    </Section>
  );
}

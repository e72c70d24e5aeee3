import type { Route } from "next";
import { Fragment, type ReactNode } from "react";
import { Link } from "@/components/ui/link";

import { formatDay } from "@/lib/contracts/days";
import type { Problem } from "@/lib/contracts/known-problems";
import { counted } from "@/lib/contracts/money";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { ofPublished } from "@/lib/query/pages";
import type { ParameterProblem } from "@/lib/query/parameters";

import styles from "./notice.module.css";

/** A remark that stands out from the page. `title` is its first, bold line. */
export function Notice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <aside className={styles.notice} aria-label={title}>
      <p className={styles.title}>{title}</p>
      {children}
    </aside>
  );
}

interface ParameterNoticeProps {
  /** What the page shows, and the published snapshot where it shows another one. */
  store: { info: SnapshotInfo; published: SnapshotInfo | null };
  problems: ParameterProblem[];
  /** The address without what could not be understood. */
  without: Route;
  /** The list that understands more of the address than this page does. */
  list?: Route | null | undefined;
}

/**
 * What a reader has to know of the address before reading on: what could not be understood of it, each fault once, and
 * that it names another snapshot than the published one. Nothing where there is neither.
 */
export function ParameterNotice({ store, problems, without, list }: ParameterNoticeProps) {
  return (
    <>
      {problems.length > 0 && <NotUnderstood problems={problems} without={without} list={list} />}
      {store.published && (
        <OtherSnapshot info={store.info} published={store.published} newest={ofPublished(without)} />
      )}
    </>
  );
}

interface OtherSnapshotProps {
  info: SnapshotInfo;
  published: SnapshotInfo;
  /** The same page of the published snapshot. */
  newest: Route;
}

function OtherSnapshot({ info, published, newest }: OtherSnapshotProps) {
  const isEarlier = info.built <= published.built;
  return (
    <Notice
      title={`You are reading ${isEarlier ? "an earlier snapshot" : "a snapshot that is not published"}, built on ${formatDay(info.built.slice(0, 10))}, with data through ${formatDay(info.data_through)}`}
    >
      <p>
        Every figure on this page is of this snapshot (<code>{info.id}</code>). The line at the top of the
        page is not: it speaks of the {isEarlier ? "newest" : "published"} snapshot, built on{" "}
        {formatDay(published.built.slice(0, 10))}, with data through {formatDay(published.data_through)}.{" "}
        <Link href={newest}>Read the {isEarlier ? "newest" : "published one"} instead</Link>
        {" · "}
        <Link href="/data#snapshots">All snapshots kept here</Link>
      </p>
    </Notice>
  );
}

function NotUnderstood({ problems, without, list }: Omit<ParameterNoticeProps, "store">) {
  return (
    <Notice title="Part of this address could not be understood here, and was left out">
      <ul className={styles.list}>
        {problems
          .filter(({ sameAs }) => sameAs === undefined)
          .map(({ name, detail, values }) => {
            const others = problems.filter(({ sameAs }) => sameAs === name);
            return (
              <li key={`${name} ${detail}`}>
                <code>{visible(name)}</code> {detail}; given: <Given values={values} />
                {others.map((other) => (
                  <Fragment key={other.name}>
                    {" "}
                    and <Given values={other.values} />
                  </Fragment>
                ))}
              </li>
            );
          })}
      </ul>
      <p>
        <Link href={without}>{problems.length === 1 ? "Remove it" : "Remove them"}</Link>
        {list && (
          <>
            {" · "}
            <Link href={list}>Open the list of contracts with the other filters</Link>
          </>
        )}
      </p>
    </Notice>
  );
}

/** The most refused values of one parameter, and the most characters of each, that are shown again. */
const mostValues = 5;
const mostCharacters = 40;

function Given({ values }: { values: string[] }) {
  return (
    <>
      {values.slice(0, mostValues).map((value, index) => (
        <Fragment key={value}>
          {index > 0 && ", "}
          <Quoted text={visible(value)} />
        </Fragment>
      ))}
      {values.length > mostValues && ` and ${counted(values.length - mostValues, "more value")}`}
    </>
  );
}

/** A text in quotation marks; of a long one the beginning, and how long it is. */
function Quoted({ text }: { text: string }) {
  const characters = [...text];
  if (characters.length <= mostCharacters) return <q>{text}</q>;
  return (
    <>
      <q>{characters.slice(0, mostCharacters).join("")}…</q> ({counted(characters.length, "character")})
    </>
  );
}

/** The text with a mark for every character that a page cannot hold. */
const visible = (text: string) => text.replace(/\p{Cc}|\p{Cs}/gu, "\uFFFD");

/**
 * Known problems of the records that touch what the page shows, folded into one line. Those that are less than a
 * `notice` are named where it is unfolded, and stand out only by their number.
 */
export function ProblemNotices({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null;
  const notices = problems.filter(({ severity }) => severity === "notice");
  const notes = problems.filter(({ severity }) => severity === "note");
  return (
    <details className={notices.length > 0 ? `${styles.notice} ${styles.known}` : styles.notes}>
      <summary>
        <strong>{counted(problems.length, "known problem")}</strong> of the records shown here
        <span className={styles.named}>
          {notices.length > 0 && `: ${notices.map(({ title }) => title).join("; ")}`}
          {notices.length > 0 && notes.length > 0 && ` … and ${counted(notes.length, "note")}`}
        </span>
      </summary>
      <ul className={styles.list}>
        {[...notices, ...notes].map(({ id, title, detail }) => (
          <li key={id}>
            <Link href={`/data#problem-${id}`}>{title}</Link>: {detail}
          </li>
        ))}
      </ul>
      <p>
        <Link href="/data#problems">All known problems</Link>
      </p>
    </details>
  );
}

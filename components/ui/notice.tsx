import type { Route } from "next";
import type { ReactNode } from "react";
import { Joined } from "@/components/ui/joined";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/contracts/days";
import { counted } from "@/lib/contracts/money";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { ofPublished } from "@/lib/query/pages";
import type { ParameterProblem } from "@/lib/query/parameters";

import styles from "./notice.module.css";

/** A highlighted remark. `title` is its first, bold line. */
export function Notice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <aside className={styles.notice} aria-label={title}>
      <p className={styles.title}>{title}</p>
      {children}
    </aside>
  );
}

interface ParameterNoticeProps {
  /** The snapshot of the page, and the published one if it is another. */
  store: { info: SnapshotInfo; published: SnapshotInfo | null };
  problems: ParameterProblem[];
  /** The address without the invalid parameters. */
  without: Route;
  /** The list of contracts with the filters that this page does not have. */
  list?: Route | null | undefined;
}

/**
 * Warns about the address: lists its invalid parameters, each fault once, and says if it names another snapshot than the
 * published one.
 */
export function ParameterNotice({ store, problems, without, list }: ParameterNoticeProps) {
  return (
    <>
      {problems.length > 0 && <InvalidParameters problems={problems} without={without} list={list} />}
      {store.published && (
        <OtherSnapshot info={store.info} published={store.published} newest={ofPublished(without)} />
      )}
    </>
  );
}

/** `newest` is the same page of the published snapshot. */
function OtherSnapshot({
  info,
  published,
  newest,
}: Record<"info" | "published", SnapshotInfo> & { newest: Route }) {
  const isEarlier = info.built <= published.built;
  return (
    <Notice
      title={`You are viewing ${isEarlier ? "an earlier snapshot" : "an unpublished snapshot"}, built ${formatDay(info.built.slice(0, 10))}, with data through ${formatDay(info.data_through)}`}
    >
      <p>
        Every figure on this page comes from this snapshot (<code>{info.id}</code>). The{" "}
        {isEarlier ? "newest" : "published"} one was built {formatDay(published.built.slice(0, 10))}, with
        data through {formatDay(published.data_through)}.{" "}
        <Link href={newest}>View the {isEarlier ? "newest" : "published"} snapshot</Link>
        {" · "}
        <Link href="/data#snapshots">All snapshots</Link>
      </p>
    </Notice>
  );
}

function InvalidParameters({ problems, without, list }: Omit<ParameterNoticeProps, "store">) {
  return (
    <Notice title="We ignored part of this link">
      <ul className={styles.list}>
        {problems
          .filter(({ sameAs }) => sameAs === undefined)
          .map(({ name, detail, values }) => {
            const others = problems.filter(({ sameAs }) => sameAs === name);
            return (
              <li key={`${name} ${detail}`}>
                <code>{printable(name)}</code> {detail}; given:{" "}
                <Joined
                  by=" and "
                  parts={[values, ...others.map((other) => other.values)].map((given) => (
                    <RejectedValues key={given.join()} values={given} />
                  ))}
                />
              </li>
            );
          })}
      </ul>
      <p>
        <Link href={without}>{problems.length === 1 ? "Remove it" : "Remove them"}</Link>
        {list && (
          <>
            {" · "}
            <Link href={list}>Open the contract list with the other filters</Link>
          </>
        )}
      </p>
    </Notice>
  );
}

/** Limits for repeating invalid values. */
const maxValues = 5;
const maxCharacters = 40;

function RejectedValues({ values }: { values: string[] }) {
  return (
    <>
      <Joined
        parts={values.slice(0, maxValues).map((value) => <Quoted key={value} text={printable(value)} />)}
      />
      {values.length > maxValues && ` and ${counted(values.length - maxValues, "more value")}`}
    </>
  );
}

/** A text in quotation marks. A long one is cut, with its length. */
function Quoted({ text }: { text: string }) {
  const characters = [...text];
  if (characters.length <= maxCharacters) return <q>{text}</q>;
  return (
    <>
      <q>{characters.slice(0, maxCharacters).join("")}…</q> ({counted(characters.length, "character")})
    </>
  );
}

/** Replaces control characters and lone surrogates, which a page cannot hold. */
const printable = (text: string) => text.replace(/\p{Cc}|\p{Cs}/gu, "\uFFFD");

import type { ReactNode } from "react";
import { RecordsSum } from "@/components/figures/records-link";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { type Cents, formatMoney } from "@/lib/contracts/money";
import { href, type Query } from "@/lib/query/query";

interface OwnershipSplit {
  while_owned: { query: Query; totals: { net: Cents } };
  before: { query: Query | null; totals: { net: Cents } };
}

/** The net while a company owned its recipients and before, each linked to its records. */
export function OwnedSplitLinks({ while_owned: whileOwned, before }: OwnershipSplit): ReactNode {
  const earlier = <Money cents={before.totals.net} exact />;
  return (
    <>
      while owned <RecordsSum query={whileOwned.query} cents={whileOwned.totals.net} exact />; before{" "}
      {before.query ? (
        <Link href={href("/contracts", before.query)}>{earlier}</Link>
      ) : (
        <a href="#recipients">{earlier}</a>
      )}
    </>
  );
}

/** The same as text. */
export const ownedSplitText = ({ while_owned: whileOwned, before }: OwnershipSplit): string =>
  `while owned ${formatMoney(whileOwned.totals.net)}; before ${formatMoney(before.totals.net)}`;

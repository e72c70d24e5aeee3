import { type Cents, formatMoney, roundedMoney, shortMoney, toDollars } from "@/lib/contracts/money";

const written = { exact: formatMoney, rounded: roundedMoney, short: shortMoney };

interface MoneyProps {
  cents: Cents;
  exact?: boolean;
  short?: boolean;
  unsigned?: boolean;
}

/**
 * An amount of money. Rounded unless `exact` (or `short`, where a word does not fit); the exact figure is always
 * in the title, and is what a screen reader says and a copied selection contains. Unsigned where the words beside it say the sign.
 */
export function Money({ cents, exact, short, unsigned }: MoneyProps) {
  const shown = unsigned ? Math.abs(cents) : cents;
  const full = formatMoney(shown);
  const text = written[exact ? "exact" : short ? "short" : "rounded"](shown);
  return (
    <data value={toDollars(cents)} title={full} className={shown < 0 ? "minus nowrap" : "nowrap"}>
      {exact ? (
        full
      ) : (
        <>
          <span aria-hidden="true">{text}</span>
          <span className="visually-hidden">{` ${full}`}</span>
        </>
      )}
    </data>
  );
}

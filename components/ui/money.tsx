import { type Cents, formatMoney, roundedMoney, shortMoney, toDollars } from "@/lib/contracts/money";

const formats = { exact: formatMoney, rounded: roundedMoney, short: shortMoney };

interface MoneyProps {
  cents: Cents;
  exact?: boolean;
  short?: boolean;
  unsigned?: boolean;
}

/**
 * An amount of money, rounded unless `exact`; `short` abbreviates the unit. The exact figure of a rounded one is in the
 * title, in what screen readers speak and in a copied selection. `unsigned` is for sentences that name the sign in words.
 */
export function Money({ cents, exact, short, unsigned }: MoneyProps) {
  const shown = unsigned ? Math.abs(cents) : cents;
  const full = formatMoney(shown);
  const text = formats[exact ? "exact" : short ? "short" : "rounded"](shown);
  return (
    <data
      value={toDollars(cents)}
      title={exact ? undefined : full}
      className={shown < 0 ? "minus nowrap" : "nowrap"}
    >
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

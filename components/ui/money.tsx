import { type Cents, formatMoney, roundedMoney, shortMoney, toDollars } from "@/lib/contracts/money";

const written = { exact: formatMoney, rounded: roundedMoney, short: shortMoney };

/**
 * An amount of money. Rounded unless `exact` (or `short`, where a word does not fit); the exact figure is always
 * in the title, and is what a screen reader says and a copied selection contains.
 */
export function Money({ cents, exact, short }: { cents: Cents; exact?: boolean; short?: boolean }) {
  const full = formatMoney(cents);
  const text = written[exact ? "exact" : short ? "short" : "rounded"](cents);
  return (
    <data value={toDollars(cents)} title={full} className={cents < 0 ? "minus nowrap" : "nowrap"}>
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

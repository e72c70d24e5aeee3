import { signedMoney } from "@/components/charts/describe";
import { Money } from "@/components/ui/money";
import { type Cents, formatMoney } from "@/lib/contracts/money";

/** A change of an amount, with its sign. */
export function SignedMoney({ cents, exact = false }: { cents: Cents; exact?: boolean }) {
  return (
    <span className="nowrap" title={signedMoney(cents, formatMoney)}>
      {cents > 0 && "+"}
      <Money cents={cents} exact={exact} />
    </span>
  );
}

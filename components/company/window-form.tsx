import { Carried } from "@/components/filters/carried";
import type { Day } from "@/lib/contracts/days";
import { change, type Query } from "@/lib/query/query";

interface WindowFormProps {
  /** What the company's figure is of. */
  query: Query;
  /** The first and last day that the records can answer for. */
  days: { from: Day; to: Day };
}

/** Asks the workbench for what was obligated to the company between two days. */
export function WindowForm({ query, days }: WindowFormProps) {
  return (
    <form action="/contracts" aria-label="Sum between two days" className="no-print">
      <Carried query={change(query, { from: null, to: null })} />
      <label>
        Obligated from <input type="date" name="from" min={days.from} max={days.to} />
      </label>
      <label>
        through <input type="date" name="to" min={days.from} />
      </label>
      <button type="submit">Show</button>
    </form>
  );
}

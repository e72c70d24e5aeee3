import { HiddenFields } from "@/components/filters/hidden-fields";
import type { Day } from "@/lib/contracts/days";
import { change, type Query } from "@/lib/query/query";

interface WindowFormProps {
  query: Query;
  days: { from: Day; to: Day };
}

export function WindowForm({ query, days }: WindowFormProps) {
  return (
    <form action="/contracts" aria-label="Sum between two days" className="no-print">
      <HiddenFields query={change(query, { from: null, to: null })} />
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

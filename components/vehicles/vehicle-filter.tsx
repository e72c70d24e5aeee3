import type { Route } from "next";
import { HiddenFields } from "@/components/filters/hidden-fields";
import { Link } from "@/components/ui/link";
import { type VehicleKind, vehicleKinds } from "@/lib/contracts/vehicles";
import type { Query } from "@/lib/query/query";
import type { VehicleChoice } from "@/lib/query/requests";

import styles from "./vehicle-filter.module.css";

interface VehicleFilterProps {
  query: Query;
  choice: VehicleChoice;
  kinds: VehicleKind[];
  /** The list without these filters. */
  cleared: Route;
}

/** Filters the list of vehicles by kind and text. */
export function VehicleFilter({ query, choice, kinds, cleared }: VehicleFilterProps) {
  return (
    <form method="get" action="/vehicles" aria-label="Filter vehicles" className={styles.filter}>
      <HiddenFields query={query} />
      {choice.sort !== "net" && <input type="hidden" name="sort" value={choice.sort} />}
      <label className={styles.text}>
        Number, program, agency or company
        <input type="search" name="name" defaultValue={choice.name} maxLength={200} />
      </label>
      <label>
        Kind
        <select name="kind" defaultValue={choice.kind ?? ""}>
          <option value="">Every kind</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {vehicleKinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">Show</button>
      {(choice.kind !== null || choice.name !== "") && (
        <Link href={cleared} scroll={false}>
          Show all vehicles
        </Link>
      )}
    </form>
  );
}

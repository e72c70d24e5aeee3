import type { Route } from "next";
import { Carried } from "@/components/filters/carried";
import { Link } from "@/components/ui/link";
import { type VehicleKind, vehicleKinds } from "@/lib/contracts/vehicles";
import type { Query } from "@/lib/query/query";
import type { VehicleChoice } from "@/lib/query/requests";

import styles from "./vehicle-filter.module.css";

interface VehicleFilterProps {
  query: Query;
  choice: VehicleChoice;
  kinds: VehicleKind[];
  /** The list without a kind and words. */
  cleared: Route;
}

/** A form that leaves the vehicles of a kind, or with some words. */
export function VehicleFilter({ query, choice, kinds, cleared }: VehicleFilterProps) {
  return (
    <form method="get" action="/vehicles" aria-label="Filter vehicles" className={styles.filter}>
      <Carried query={query} />
      {choice.sort !== "net" && <input type="hidden" name="sort" value={choice.sort} />}
      <label className={styles.words}>
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

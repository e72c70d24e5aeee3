import { Link } from "@/components/ui/link";
import { noParent } from "@/lib/contracts/awards";
import { notReported } from "@/lib/contracts/text";
import { vehiclePage } from "@/lib/query/pages";

interface VehicleLinkProps {
  contract: { vehicle: string | null; agency: string };
  snapshot: string | null;
}

/** Links to the page of a contract's vehicle. */
export function VehicleLink({ contract: { vehicle, agency }, snapshot }: VehicleLinkProps) {
  if (vehicle === null) return notReported;
  if (vehicle === noParent) return "none";
  return <Link href={vehiclePage(vehicle, { agency: [agency], snapshot })}>{vehicle}</Link>;
}

/** Explains where the vehicle comes from, or why there is none. */
export function vehicleNote(vehicle: string | null): string {
  if (vehicle === null) return "The records of this contract give neither an award key nor the agreement.";
  if (vehicle === noParent) return "The award key names no agreement that this was ordered under.";
  return "The agreement that this order was placed under, as the award key or the record names it.";
}

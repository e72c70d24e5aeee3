import { Problem } from "@/lib/http/problem";
import { route } from "@/lib/http/route";

/** Unknown paths below /api. */
export const GET = route(async () => {
  throw new Problem(404, "No such endpoint", "The endpoints are listed on /data.");
});

import { Problem } from "@/lib/http/problem";
import { route } from "@/lib/http/route";

/** Paths under /api that are nothing. */
export const GET = route(async () => {
  throw new Problem(404, "No such endpoint", "The endpoints are listed on /data.");
});

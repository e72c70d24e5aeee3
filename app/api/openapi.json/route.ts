import { openApi } from "@/lib/http/openapi";
import { originOf, originVary } from "@/lib/http/origin";
import { readRequest } from "@/lib/http/problem";
import { route, tagged } from "@/lib/http/route";
import { bareRequest } from "@/lib/query/requests";

/** The OpenAPI document of these endpoints. */
export const GET = route(async ({ request, params }) => {
  readRequest(bareRequest, params);
  const body = JSON.stringify(openApi(originOf(request.headers)));
  const headers = { vary: originVary, "content-type": "application/json" };
  return tagged(request, "openapi", body, headers, () => body);
});

import { afterEach, beforeEach, vi } from "vitest";

import { openAt } from "@/components/testing/navigation";

const own = window.location.href;

beforeEach(() => openAt("/contracts"));

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  // Has `Navigation`, which outlives a test, forget what was asked for.
  window.dispatchEvent(new PopStateEvent("popstate"));
  window.history.replaceState(null, "", own);
});

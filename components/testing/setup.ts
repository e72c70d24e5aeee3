import { afterEach, beforeEach, vi } from "vitest";

import { openAt } from "@/components/testing/navigation";

const testPage = window.location.href;

beforeEach(() => openAt("/contracts"));

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  // `Navigation` outlives a test and must forget its navigations.
  window.dispatchEvent(new PopStateEvent("popstate"));
  window.history.replaceState(null, "", testPage);
});

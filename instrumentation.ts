/** Runs once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  // Without a handler, each line to a closed pipe raises an error, which is logged and fails again.
  for (const log of [process.stdout, process.stderr]) log.on("error", () => {});
  const [{ readPublicSite }, { watchClients }] = await Promise.all([
    import("@/lib/http/origin"),
    import("@/lib/store/client"),
  ]);
  watchClients();
  try {
    readPublicSite();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

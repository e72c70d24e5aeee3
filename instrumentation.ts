/** Runs once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  // Where nobody reads the log any longer, it is lost. Without a handler each line becomes an error that is logged in turn.
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

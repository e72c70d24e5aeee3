const prefix = "row/";

/** The fragment that names a row of a list: its contract and, for an action, the modification number. */
export function rowId({ contract, modification }: { contract: string; modification: string | null }): string {
  return (
    prefix +
    [contract, modification]
      .filter((part) => part !== null)
      .map(encodeURIComponent)
      .join("/")
  );
}

/** The contract key in the fragment of an address, or `null`. */
export function contractOf(id: string): string | null {
  if (!id.startsWith(prefix)) return null;
  try {
    return decodeURIComponent(id.slice(prefix.length).split("/")[0] ?? "") || null;
  } catch {
    return null;
  }
}

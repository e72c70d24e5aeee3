const mark = "row/";

/** How the address of a list names one of its rows after the `#`: its contract and, where it is an action, which one. */
export function rowId({ contract, modification }: { contract: string; modification: string | null }): string {
  return (
    mark +
    [contract, modification]
      .filter((part) => part !== null)
      .map(encodeURIComponent)
      .join("/")
  );
}

/** The contract that the part of an address after its `#` opens; `null` where it opens none. */
export function contractOf(id: string): string | null {
  if (!id.startsWith(mark)) return null;
  try {
    return decodeURIComponent(id.slice(mark.length).split("/")[0] ?? "") || null;
  } catch {
    return null;
  }
}

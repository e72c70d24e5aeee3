/** The command line is wrong; the message says how. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** A sentence about an error of the disk, its permissions or the memory, with what to do; `null` for any other error. */
export function systemFailure(error: unknown): string | null {
  const { code = "", message, path } = error as NodeJS.ErrnoException;
  const is = (name: string, words: string) => code === name || message.includes(words);
  if (is("ENOSPC", "No space left on device"))
    return "The disk is full; make room and run the command again. The published snapshot is unchanged.";
  if (message.includes("Out of Memory Error"))
    return "There is too little memory; end other programs or import fewer files at once, and run the command again. The published snapshot is unchanged.";
  if (is("EROFS", "Read-only file system"))
    return `${path ?? "The folder of the snapshots"} is on a read-only disk; set CONTRACTS_HOME to a folder that this program can write to.`;
  if (is("EACCES", "Permission denied") || code === "EPERM")
    return `${path ?? "A file"} cannot be opened by this user; change its permissions or run the command as its owner.`;
  if (code === "EISDIR") return `${path ?? "What is named"} is a folder; name the files in it.`;
  if ((code === "ENOENT" || code === "ENOTDIR") && path) return `There is no file ${path}; check its name.`;
  return null;
}

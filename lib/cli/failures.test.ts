import { expect, it } from "vitest";
import { systemFailure } from "@/lib/cli/failures";

it.each([
  ["IO Error: Could not write file: No space left on device", /^The disk is full; .* unchanged\.$/],
  [
    "Out of Memory Error: failed to allocate data of size 32.0 MiB",
    /^There is too little memory; .* unchanged\.$/,
  ],
  ["Binder Error: no column", null],
])("%s is one sentence, or an error of the program", (message, sentence) => {
  const text = systemFailure(new Error(message));
  if (sentence) expect(text).toMatch(sentence);
  else expect(text).toBeNull();
});

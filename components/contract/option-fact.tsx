import type { Fact } from "@/components/figures/facts";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/contracts/days";
import { estimateText } from "@/lib/contracts/option-ends";
import type { OptionWords } from "@/lib/contracts/rows";

/** What the words of a contract's actions say of its newest option or extension, as a fact; `null` if nothing. */
export const optionFact = (words: Partial<OptionWords>): Fact | null =>
  words.option_words == null
    ? null
    : {
        label: words.option_ends ? "Estimated end, from the words" : "Option, from the words",
        id: "option",
        value: words.option_ends ? formatDay(words.option_ends) : <q>{words.option_words}</q>,
        note: (
          <>
            {words.option_ends && (
              <>
                <q>{words.option_words}</q>:{" "}
              </>
            )}
            {estimateText(words)}. Read from a description; not a recorded date.{" "}
            {words.option_ends && <Link href="/method#estimated-end">How sure is this?</Link>}
          </>
        ),
      };

/** The beginning of sentences about mentions. */
export const mentionRule = "A mention is not a sale";

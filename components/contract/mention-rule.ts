/** What a reader must not take a mention for, as a sentence begins. */
export const mentionRule = "A mention is not a sale";

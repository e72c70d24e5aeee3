/** A text cell that a spreadsheet would run as a formula, or that looks as if it had been guarded. */
export const formulaPattern = /^'*[=+\-@\t\r\n]/;

/** A text cell as every CSV of ours writes it: one `'` in front of whatever a spreadsheet would run. */
export const guard = (text: string): string => (formulaPattern.test(text) ? `'${text}` : text);

/** Takes the `'` of {@link guard} off again, so that what went out comes back equal. */
export const unguard = (text: string): string =>
  text.charCodeAt(0) === 39 && formulaPattern.test(text) ? text.slice(1) : text;

/** Advance widths of Inter in thousandths of its size, by the kind of letter, on the high side. */
const advances: [letters: RegExp, advance: number][] = [
  [/[ijlI|.,:;'’!·\s]/, 300],
  [/[()[\]/frt-]/, 380],
  [/[mwMW@%]/, 920],
  [/[A-Z−$&+<>=]/, 700],
  [/[\d#?]/, 640],
];
const otherAdvance = 590;

/** The width that a text may need at a font size, both in pixels: an estimate that also holds without a browser. */
export function textWidth(text: string, size: number): number {
  const thousandths = [...text].reduce(
    (sum, letter) => sum + (advances.find(([letters]) => letters.test(letter))?.[1] ?? otherAdvance),
    0,
  );
  return (thousandths / 1000) * size;
}

/** The words of a text in lines of at most `width` pixels. A word that is wider is broken. */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (textWidth(line, size) > width && line.length > 1) {
      let fits = line.length - 1;
      while (fits > 1 && textWidth(line.slice(0, fits), size) > width) fits -= 1;
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  return [...lines, line];
}

/** The names in a shown name: the one outside its brackets, then each inside them. */
export function namesIn(shown: string): string[] {
  const bracketed = [...shown.matchAll(/\(([^()]*)\)/g)].map(([, inside = ""]) => inside);
  const names = [shown.replace(/\([^()]*\)/g, " "), ...bracketed].map((name) =>
    name.replace(/\s+/g, " ").trim(),
  );
  return [...new Set(names.filter(Boolean))];
}

/** The names inside a shown name: what stands outside its brackets, then each that stands in them. */
export function namesIn(shown: string): string[] {
  const bracketed = [...shown.matchAll(/\(([^()]*)\)/g)].map(([, inside = ""]) => inside);
  const names = [shown.replace(/\([^()]*\)/g, " "), ...bracketed].map((name) =>
    name.replace(/\s+/g, " ").trim(),
  );
  return [...new Set(names.filter(Boolean))];
}

/** The colours that a reader can ask for, the system's first. */
export const themes = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

/** The ground of each, `--paper` in app/globals.css, for what is drawn around a page: it knows no tokens. */
export const grounds = { light: "#ffffff", dark: "#14161b" } as const;

/** The cookie that remembers a reader's choice. It holds the one word and nothing that tells readers apart. */
export const themeCookie = "theme";

/** What the root element is marked with; nothing where the system decides. */
export const themeMark = (value: string | undefined) =>
  value === "light" || value === "dark" ? value : undefined;

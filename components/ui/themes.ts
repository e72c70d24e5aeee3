export const themes = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

/** `--paper` of app/globals.css in each theme, for the browser’s own interface, which reads no tokens. */
export const paperColors = { light: "#ffffff", dark: "#14161b" } as const;

/** The cookie that stores the theme. It identifies no one. */
export const themeCookie = "theme";

/** The theme mark of the root element; `undefined` if the system decides. */
export const themeMark = (value: string | undefined) =>
  value === "light" || value === "dark" ? value : undefined;

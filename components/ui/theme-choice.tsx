"use client";

import { themeCookie, themeMark, themes } from "@/components/ui/themes";

import styles from "./theme-choice.module.css";

const yearSeconds = 365 * 24 * 60 * 60;

/** Light, dark or system theme, stored in a cookie. The server reads it, so that no page flashes in the wrong theme. */
export function ThemeChoice({ chosen }: { chosen: string | undefined }) {
  return (
    <label className={styles.theme}>
      <span className="visually-hidden">Colors</span>
      <span aria-hidden="true" className={styles.icon} />
      <select
        defaultValue={themeMark(chosen) ?? "system"}
        onChange={({ target: { value } }) => {
          const mark = themeMark(value);
          // biome-ignore lint/suspicious/noDocumentCookie: the supported browsers lack the Cookie Store API
          document.cookie = `${themeCookie}=${mark ?? ""}; path=/; max-age=${mark ? yearSeconds : 0}; samesite=lax`;
          if (mark) document.documentElement.dataset.theme = mark;
          else delete document.documentElement.dataset.theme;
        }}
      >
        {themes.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

"use client";

import { themeCookie, themeMark, themes } from "@/components/ui/themes";

import styles from "./theme-choice.module.css";

const aYear = 365 * 24 * 60 * 60;

/** Light, dark or as the system, remembered in a cookie: the server marks the page, so that it never flashes. */
export function ThemeChoice({ chosen }: { chosen: string | undefined }) {
  return (
    <label className={styles.theme}>
      <span className="visually-hidden">Colours</span>
      <span aria-hidden="true" className={styles.icon} />
      <select
        defaultValue={themeMark(chosen) ?? "system"}
        onChange={({ target: { value } }) => {
          const mark = themeMark(value);
          // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is younger than the browsers we serve
          document.cookie = `${themeCookie}=${mark ?? ""}; path=/; max-age=${mark ? aYear : 0}; samesite=lax`;
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

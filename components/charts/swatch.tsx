import styles from "./swatch.module.css";

/** The color of a series, before its name. */
export const Swatch = ({ fill }: { fill: string }) => (
  <svg className={styles.swatch} aria-hidden="true">
    <rect fill={fill} width="100%" height="100%" />
  </svg>
);

import type { AxisRoom } from "@/components/charts/time";

import styles from "./rooms.module.css";

/** Shows a part of a drawing in the given widths of chart alone. */
export const roomClass = (rooms: AxisRoom[] = []) =>
  [styles.roomed, ...rooms.map((room) => styles[room])].join(" ");

import styles from "./hatch.module.css";

/** Stripes in a colour, for what is not over: `url(#id)`. */
export function Hatch({ id, stroke }: { id: string; stroke: string }) {
  return (
    <pattern
      id={id}
      className={styles.hatch}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="6" height="6" />
      <line x1="2" x2="2" y1="0" y2="6" strokeWidth="4" stroke={stroke} />
    </pattern>
  );
}

/** Stripes in each of some colours, and the fill that stands for one of them. */
export function hatches(id: string, colours: string[]) {
  const idOf = (colour: string) => `${id}-${colours.indexOf(colour)}`;
  return {
    patterns: colours.map((colour) => <Hatch key={colour} id={idOf(colour)} stroke={colour} />),
    fillOf: (colour: string) => (colours.includes(colour) ? `url(#${idOf(colour)})` : colour),
  };
}

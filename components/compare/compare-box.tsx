import styles from "./compare.module.css";

/** The id of the form that the check boxes of a page belong to, wherever they are. */
export const compareFormId = "compare";

interface CompareBoxProps {
  /** The filter that selects the group, and the group's value and name. */
  parameter: string;
  value: string;
  name: string;
  isChosen?: boolean;
}

/** Chooses a group of a list to compare. It is a field of `CompareForm`. */
export const CompareBox = ({ parameter, value, name, isChosen = false }: CompareBoxProps) => (
  <input
    // Another address chooses anew.
    key={String(isChosen)}
    type="checkbox"
    form={compareFormId}
    name={parameter}
    value={value}
    defaultChecked={isChosen}
    aria-label={`Compare ${name}`}
    className={`${styles.box} no-print`}
  />
);

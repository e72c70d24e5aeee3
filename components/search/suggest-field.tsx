import { SuggestInput, type SuggestInputProps } from "@/components/search/suggest-input";

import styles from "./suggest-field.module.css";

/**
 * A search field that suggests while a user types. Without scripts, or if the suggestions cannot be loaded, it is the field
 * of its form.
 */
export function SuggestField(props: SuggestInputProps) {
  return (
    <span className={styles.field}>
      <SuggestInput {...props} />
    </span>
  );
}

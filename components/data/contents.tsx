import styles from "./contents.module.css";

/** The parts of a long page, as links to their anchors. */
export function Contents({ parts }: { parts: { id: string; title: string }[] }) {
  return (
    <nav className={styles.contents} aria-label="On this page">
      <ol>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

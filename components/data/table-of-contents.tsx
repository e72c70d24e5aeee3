import styles from "./table-of-contents.module.css";

export function TableOfContents({ parts }: { parts: { id: string; title: string }[] }) {
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

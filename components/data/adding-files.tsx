import { Section } from "@/components/ui/section";
import { recordColumns } from "@/lib/contracts/columns";

import styles from "./tables.module.css";

/** How to bring records of one's own, and what becomes of a file that cannot be used. */
export function AddingFiles() {
  return (
    <Section id="add" title="Add a file of your own">
      <ol className={styles.prose}>
        <li>
          Put a CSV file into <code>data/records</code>. It needs these columns, in any order; others are
          ignored and listed:{" "}
          {recordColumns.map((name, index) => (
            <span key={name}>
              {index > 0 && ", "}
              <code>{name}</code>
            </span>
          ))}
          .
        </li>
        <li>
          Add its line to <code>data/records/sources.csv</code>: file, agency, fiscal year, publisher, day of
          retrieval, through what, known limits.
        </li>
        <li>
          Run <code>npm start</code>, or <code>npm run data -- import</code> beside a running server, which
          takes the new snapshot up by itself.
        </li>
      </ol>
      <p className={styles.prose}>
        A file that is not what it claims to be (an error page, missing columns, cut in the middle) is refused
        with one sentence that says why; a row that cannot be read is rejected with its reason. Neither stops
        the others. The snapshot before it serves until the new one is complete.
      </p>
    </Section>
  );
}

/** What may be done with the records and with the program. */
export function Licences() {
  return (
    <Section id="licence" title="Licence">
      <p className={styles.prose}>
        The records are works of the U.S. government and in the public domain in the United States; whoever
        quotes them should say where and when they were retrieved. The program and its rule tables are free
        software under the MIT License.
      </p>
    </Section>
  );
}

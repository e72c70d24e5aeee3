import { Section } from "@/components/ui/section";

import styles from "./tables.module.css";

const needed = [
  "award_id_piid",
  "modification_number",
  "action_date",
  "federal_action_obligation",
  "recipient_name",
];

/** How to import your own files, and what happens to unusable ones. */
export function AddingFiles() {
  return (
    <Section id="add" title="Add a file of your own">
      <ul className={styles.prose}>
        <li>
          <code>npm run data -- import FILE...</code> takes USAspending.gov’s downloads of prime transactions
          and of prime award summaries, tables with the field names of its search, and exports of this site;
          also as <code>.gz</code> or <code>.zip</code>, with commas, semicolons or tabs, and as Excel or R
          saved them. Files are known by their header, not by their name.
        </li>
        <li>
          A file adds to what is there and counts nothing twice: where two tell of one action, the one that
          was retrieved later wins. <code>--retrieved 2026-08-22</code> says when that was; else a day in the
          file’s name does, else its newest action.
        </li>
        <li>
          <code>check FILE...</code> reports and publishes nothing; <code>snapshots</code> lists what is kept;{" "}
          <code>use ID</code> goes back; <code>fetch</code> downloads ICE’s contract actions of this fiscal
          year and the two before it from USAspending.gov.
        </li>
        <li>
          Or put files into <code>data/records</code>, with a line in <code>sources.csv</code> for each, and
          run <code>npm start</code> or <code>npm run data -- import</code>. A running server takes a new
          snapshot up by itself.
        </li>
      </ul>
      <p className={styles.prose}>
        A table of actions must name{" "}
        {needed.map((name, index) => (
          <span key={name}>
            {index > 0 && ", "}
            <code>{name}</code>
          </span>
        ))}{" "}
        and the awarding sub-agency, in any order and under any of the names above; what else it says is taken
        up where this site has a use for it, or ignored and listed. A file that is not what it claims to be
        (subawards, grants, an error page, cut in the middle) is refused with one sentence that says why; a
        row that cannot be read is rejected with its reason. Telephone numbers, e-mail addresses and officers’
        pay are not kept.
      </p>
    </Section>
  );
}

/** The licenses of the records and the program. */
export function LicenseSection() {
  return (
    <Section id="licence" title="License">
      <p className={styles.prose}>
        The records are works of the U.S. government and in the public domain in the United States; whoever
        quotes them should say where and when they were retrieved. The program and its rule tables are free
        software under the MIT License.
      </p>
    </Section>
  );
}

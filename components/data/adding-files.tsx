import { Joined } from "@/components/ui/joined";
import { Section } from "@/components/ui/section";
import styles from "./tables.module.css";

const needed = [
  "award_id_piid",
  "modification_number",
  "action_date",
  "federal_action_obligation",
  "recipient_name",
];

export function AddingFiles() {
  return (
    <Section id="add" title="Add a file of your own">
      <ul className={styles.prose}>
        <li>
          <code>npm run data -- import FILE...</code> reads USAspending.gov downloads of prime transactions of
          prime award summaries and of subawards, tables with the field names of its search, and exports of
          this site. They can be <code>.gz</code> or <code>.zip</code>, have commas, semicolons or tabs, and
          come from Excel or R. We recognize a file by its header, not its name.
        </li>
        <li>
          A file adds to what is there and counts nothing twice. Where two files have the same action, the one
          retrieved later wins. <code>--retrieved 2026-08-22</code> says when that was. Without it, we use a
          day in the file’s name or, if there is none, the newest action.
        </li>
        <li>
          <code>check FILE...</code> reports and publishes nothing; <code>snapshots</code> lists the stored
          ones; <code>use ID</code> goes back; <code>fetch</code> downloads ICE’s contract actions of this
          fiscal year and the two before it from USAspending.gov.
        </li>
        <li>
          Or put files into <code>data/records</code>, with a line in <code>sources.csv</code> for each, and
          run <code>npm start</code> or <code>npm run data -- import</code>. A running server picks up a new
          snapshot by itself.
        </li>
      </ul>
      <p className={styles.prose}>
        A table of actions must have <Joined parts={needed.map((name) => <code key={name}>{name}</code>)} />{" "}
        and the awarding sub-agency, in any order and under any of the names above. Other columns are used
        where this site needs them, or ignored and listed. We refuse a file that is not what it claims to be
        (grants, an error page, cut in the middle) and say why. We reject a row that cannot be read and give
        the reason. Phone numbers, email addresses, street addresses and officers’ pay are not kept.
      </p>
    </Section>
  );
}

export function LicenseSection() {
  return (
    <Section id="license" title="License">
      <p className={styles.prose}>
        The records are works of the U.S. government and in the public domain in the United States. If you
        quote them, say where and when they were retrieved. The program and its rule tables are free software
        under the MIT License.
      </p>
    </Section>
  );
}

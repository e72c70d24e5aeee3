import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import { FirstOnPhone, Section } from "@/components/ui/section";
import type { CompanyName } from "@/lib/contracts/companies";
import { type Day, formatDay } from "@/lib/contracts/days";
import { type Cents, counted } from "@/lib/contracts/money";
import type { ActionRow, ContractRow } from "@/lib/contracts/rows";
import { companyPage, contractPage } from "@/lib/query/pages";
import { href, type Query } from "@/lib/query/query";
import styles from "./newest-actions.module.css";

/** An action, or a contract with its sum. */
interface SignedEntry {
  id: string;
  day: Day;
  company: CompanyName;
  /** What it is for, as recorded. */
  text: string | null;
  cents: Cents;
  contract: { key: string; piid: string };
  /** Follows the number of the contract. */
  note: string;
}

interface EntriesProps {
  entries: SignedEntry[];
  query: Pick<Query, "agency" | "snapshot">;
}

const Entries = ({ entries, query }: EntriesProps) => (
  <FirstOnPhone
    shown={3}
    list={(items) => <ol className={styles.list}>{items}</ol>}
    items={entries.map(({ id, day, company, text, cents, contract, note }) => (
      <li key={id} className={styles.action}>
        <time className={styles.signed} dateTime={day}>
          {formatDay(day)}
        </time>
        <span className={styles.company}>
          <Link href={companyPage(company.slug, query)}>{company.name}</Link>
        </span>
        <RecordedText text={text} lines={2} className={styles.description} />
        <span className={styles.money}>
          <Money cents={cents} exact />
        </span>
        <span className={styles.contract}>
          <Link href={contractPage(contract.key, query)}>{contract.piid}</Link>{" "}
          <small className="soft">{note}</small>
        </span>
      </li>
    ))}
  />
);

interface NewestActionListProps extends Pick<EntriesProps, "query"> {
  actions: ActionRow[];
}

export const NewestActionList = ({ actions, query }: NewestActionListProps) => (
  <Entries
    query={query}
    entries={actions.map((action) => ({
      id: `${action.contract} ${action.modification_number}`,
      day: action.action_date,
      company: action.company,
      text: action.transaction_description,
      cents: action.federal_action_obligation,
      contract: { key: action.contract, piid: action.award_id_piid },
      note: action.modification_number === "0" ? "award" : action.modification_number,
    }))}
  />
);

interface NewContractListProps extends Pick<EntriesProps, "query"> {
  contracts: ContractRow[];
}

/** Contracts by the day of their award, each with the sum of its selected actions. */
export const NewContractList = ({ contracts, query }: NewContractListProps) => (
  <Entries
    query={query}
    entries={contracts.map(({ key, piid, first_action, company, purpose, net, actions }) => ({
      id: key,
      day: first_action,
      company,
      text: purpose,
      cents: net,
      contract: { key, piid },
      note: actions > 1 ? counted(actions, "action") : "",
    }))}
  />
);

interface NewestSectionProps {
  actions: ActionRow[];
  query: Query;
  /** Agencies still report actions from this day on. */
  fillingInFrom: Day;
}

export function NewestSection({ actions, query, fillingInFrom }: NewestSectionProps) {
  return (
    <Section
      title="Latest actions"
      subtitle={
        <>
          Contract actions by date signed. Actions since {formatDay(fillingInFrom)}, were still being
          reported. <Link href={href("/contracts", query)}>All actions, newest first</Link>
        </>
      }
    >
      <NewestActionList actions={actions} query={query} />
    </Section>
  );
}

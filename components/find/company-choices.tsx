import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { CompanyName } from "@/lib/contracts/companies";
import { formatCount } from "@/lib/contracts/money";
import { findPage } from "@/lib/query/find";
import type { FindRequest } from "@/lib/query/requests";
import styles from "./company-choices.module.css";

interface CompanyChoicesProps {
  request: FindRequest;
  choices: CompanyName[];
  /** The number of matches, including those not listed. */
  found: number;
}

export function CompanyChoices({ request, choices, found }: CompanyChoicesProps) {
  const { company } = request;
  if (found === 0) {
    return (
      <Notice title={`No company or recipient in these records is named “${company}”`}>
        <p>
          Try part of the name, or{" "}
          <Link href={findPage({ ...request, company: "" })}>search every company</Link>.
        </p>
      </Notice>
    );
  }
  return (
    <Notice title={`Which company? ${formatCount(found)} have “${company}” in a name`}>
      <p>Choose one to search:</p>
      <ul className={styles.choices}>
        {choices.map(({ slug, name }) => (
          <li key={slug}>
            <Link href={findPage({ ...request, company: slug })}>{name}</Link>
          </li>
        ))}
        {found > choices.length && <li>and {formatCount(found - choices.length)} more</li>}
      </ul>
    </Notice>
  );
}

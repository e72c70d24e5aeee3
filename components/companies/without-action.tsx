import type { ComponentProps } from "react";
import { Relaxations } from "@/components/filters/relaxations";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { CompanyList } from "@/lib/contracts/companies";
import { formatCount } from "@/lib/contracts/money";
import { agencyNames } from "@/lib/query/agency-names";
import { companyPage } from "@/lib/query/pages";
import { defaults, href } from "@/lib/query/query";
import type { CompaniesRequest } from "@/lib/query/requests";

import styles from "./without-action.module.css";

const maxCompanies = 20;

interface WithoutActionProps extends CompaniesRequest {
  list: CompanyList;
  relaxations: ComponentProps<typeof Relaxations>;
}

/** Explains an empty list, and names companies without an action here that match the filter, with links to look further. */
export function WithoutAction({ list, query, name, relaxations }: WithoutActionProps) {
  const { rows, without } = list;
  if (rows.length > 0 && without.length === 0) return null;
  const where = `of ${agencyNames(query)} ${query.fy.length > 0 ? "in the fiscal year chosen" : "in these records"}`;
  return (
    <Notice
      title={
        rows.length > 0
          ? `Also of that name, without a contract action ${where}`
          : `No company${name && " or recipient of that name"} has a contract action ${where}`
      }
    >
      {without.length > 0 && (
        <ul className={styles.companies} aria-label="Companies of that name">
          {without.slice(0, maxCompanies).map((company) => (
            <li key={company.slug}>
              <Link href={companyPage(company.slug, query)}>{company.name}</Link>
            </li>
          ))}
          {without.length > maxCompanies && <li>and {formatCount(without.length - maxCompanies)} more</li>}
        </ul>
      )}
      <Relaxations {...relaxations} />
      <p>
        {name && (
          <>
            <Link href={href("/search", { ...defaults("contracts"), q: name, snapshot: query.snapshot })}>
              Search everything for “{name}”
            </Link>
            {" · "}
          </>
        )}
        <Link href="/data#left-out">What these records leave out</Link>
      </p>
    </Notice>
  );
}

import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { type Category, categories, categorySlugs } from "@/lib/contracts/categories";
import type { Cents } from "@/lib/contracts/money";
import { href, type Query } from "@/lib/query/query";

import styles from "./other-category.module.css";

interface ListedContracts {
  category: Category;
  title: string;
  query: Query;
  totals: { net: Cents };
  within: string[];
}

/** Large contracts that readers may expect in a category but that their recorded code puts into another. */
export function OtherCategoryList({ contracts, isOpen }: { contracts: ListedContracts[]; isOpen: boolean }) {
  if (contracts.length === 0) return null;
  const named = categorySlugs.filter((category) => contracts.some((one) => one.category === category));
  const [only, ...others] = named;
  return (
    <details className={styles.list} open={isOpen}>
      <summary>
        {only && others.length === 0
          ? `Not in ${categories[only]}, by their recorded code`
          : "Large contracts whose recorded code puts them in another category"}
      </summary>
      <p>Net obligations in all records of these agencies. Other filters do not apply.</p>
      {named.map((category) => (
        <div key={category}>
          {others.length > 0 && <p>Not in {categories[category]}:</p>}
          <ul>
            {contracts
              .filter((one) => one.category === category)
              .map(({ title, query, totals, within }) => (
                <li key={title}>
                  <Link href={href("/contracts", query)}>{title}</Link>, <Money cents={totals.net} /> (
                  {within.join(", ")})
                </li>
              ))}
          </ul>
        </div>
      ))}
    </details>
  );
}

import type { ReactNode } from "react";
import { AmountFilter } from "@/components/filters/amount-filter";
import { Carried } from "@/components/filters/carried";
import { FacetList } from "@/components/filters/facet-list";
import { FilterSheet } from "@/components/filters/filter-sheet";
import { QueryForm } from "@/components/filters/query-form";
import { Link } from "@/components/ui/link";
import type { Facet } from "@/lib/contracts/facts";
import { formatCount } from "@/lib/contracts/money";
import type { RecordedName } from "@/lib/contracts/recorded";
import type { AmountCounts } from "@/lib/query/amount-bins";
import { boundsSelectedSums, change, defaults, href, type Query, withoutFilters } from "@/lib/query/query";

import styles from "./filter-panel.module.css";

/** Parameters that are typed here; submitting adds to the values that a chip shows already. */
const typed = [
  { name: "psc", label: "Product or service, as recorded" },
  { name: "naics", label: "Industry (NAICS), as recorded" },
  { name: "vehicle", label: "Vehicle (parent PIID, none or unreported)" },
] as const;

interface FilterPanelProps {
  query: Query;
  facets: Facet[];
  amounts: AmountCounts;
  /** The first and last day that the records can answer for. */
  days: { from: string; to: string };
  /** The recorded facts that the snapshot has: what it lacks is not offered. */
  has: readonly RecordedName[] | undefined;
  /** What was typed and could not be understood, by parameter. */
  rejected: Record<string, string>;
  /** How many filters are set, said where the panel is folded. */
  active: number;
  /** What the selection holds: "39 actions". */
  found: string;
}

/** Every filter of the workbench as one form: facets are links, what is typed is submitted. */
export function FilterPanel({
  query,
  facets,
  amounts,
  days,
  has = [],
  rejected,
  active,
  found,
}: FilterPanelProps) {
  const facet = (name: Facet["name"]) => facets.find((found) => found.name === name);
  const [company, fy, office, category, sign, brand, vehicleAgency, type, competition, place] = (
    [
      "company",
      "fy",
      "office",
      "category",
      "sign",
      "brand",
      "vehicle_agency",
      "type",
      "competition",
      "place",
    ] as const
  ).map(facet);
  const hasEnds = has.includes("period_of_performance_current_end_date") || query.ends_before !== null;
  const choices = (facet: Facet | undefined, more?: ReactNode) =>
    facet && (
      <FacetList facet={facet} query={query}>
        {more}
      </FacetList>
    );
  // Where each choice is asked for its own sums, another number of them is in the selection.
  const all = (found: Facet, plural: string) =>
    boundsSelectedSums(query) ? `All ${plural}` : `${formatCount(known(found))} ${plural}`;
  const { amount } = defaults(query.view);
  const isMoreSet = [...typed, { name: "vehicle_agency" } as const].some(
    ({ name }) => query[name].length > 0,
  );
  return (
    <FilterSheet active={active} found={found} cleared={href("/contracts", withoutFilters(query))}>
      <QueryForm label="Filter contracts" address={href("/contracts", query)} className={styles.form}>
        <Carried
          query={{
            ...query,
            q: "",
            min: null,
            max: null,
            from: null,
            to: null,
            amount,
            ends_before: hasEnds ? null : query.ends_before,
          }}
        />
        <h2 className={styles.title}>Filter</h2>
        <div className={styles.search}>
          <label htmlFor="filter-q">Words in description, company, PIID</label>
          <input
            id="filter-q"
            type="search"
            name="q"
            maxLength={500}
            defaultValue={rejected.q ?? query.q}
            aria-describedby="filter-q-hint"
          />
          <button type="submit">Search</button>
        </div>
        <p className={styles.hint} id="filter-q-hint">
          All words must occur; &quot;two words&quot; stay together, -word leaves out.
        </p>
        <p className={styles.key}>Beside each choice: {query.view}, dollars obligated (net)</p>
        <Group title="Company">
          {choices(
            company,
            company && company.more > 0 && (
              <p className={styles.more}>
                <Link href={href("/contracts", change(query, { show: "company" }))}>
                  {all(company, "companies")} by size
                </Link>
              </p>
            ),
          )}
          <label className={styles.field}>
            Find another: recipient as recorded, whole name
            <input
              type="text"
              name="recipient"
              maxLength={300}
              autoComplete="off"
              placeholder="THE GEO GROUP, INC."
              defaultValue={rejected.recipient}
            />
          </label>
          <Grouped query={query} />
        </Group>
        <Group title="Amount">
          <AmountFilter query={query} amounts={amounts} has={has} rejected={rejected} />
        </Group>
        <Group title="Fiscal year">
          {choices(fy, <CalendarYears query={query} days={days} />)}
          <div className={styles.dates}>
            <label>
              From
              <input type="date" name="from" defaultValue={query.from ?? ""} min={days.from} max={days.to} />
            </label>
            <label>
              Through
              <input type="date" name="to" defaultValue={query.to ?? ""} min={days.from} />
            </label>
            <button type="submit">Apply</button>
          </div>
        </Group>
        <Group title="Office">
          {choices(
            office,
            office && office.more > 0 && (
              <p className={styles.more}>
                <Link href={href("/contracts", change(query, { show: "office" }))}>
                  {all(office, "offices")} by size
                </Link>
              </p>
            ),
          )}
        </Group>
        <Group title="Category">{choices(category)}</Group>
        {hasEnds && (
          <Group title="End of the contract">
            <label className={styles.field}>
              Current end before
              <input type="date" name="ends_before" defaultValue={query.ends_before ?? ""} />
            </label>
            <p className={styles.hint}>Contracts without a recorded end are left out.</p>
            <button type="submit">Apply</button>
          </Group>
        )}
        {type && <Group title={type.label}>{choices(type)}</Group>}
        {competition && <Group title={competition.label}>{choices(competition)}</Group>}
        {place && (
          <Group title={place.label}>
            {choices(
              place,
              place.more > 0 && (
                <label className={styles.field}>
                  Another, by its code: state such as VA, country such as MEX
                  <input
                    type="text"
                    name="place"
                    maxLength={20}
                    autoComplete="off"
                    defaultValue={rejected.place}
                  />
                </label>
              ),
            )}
          </Group>
        )}
        <Group title="Sign of the action">{choices(sign)}</Group>
        <Group title="Brand named in the description">
          <p className={styles.hint}>
            Mentions in other companies’ awards, not recipients; one action can name several.
          </p>
          {choices(
            brand,
            brand && brand.more > 0 && (
              <p className={styles.more}>
                <Link href={href("/brands", brandsOf(query))}>All brands</Link>
              </p>
            ),
          )}
        </Group>
        <details className={styles.group} open={isMoreSet}>
          <summary>More filters</summary>
          <h3 className={styles.heading}>Vehicle’s agency</h3>
          {choices(vehicleAgency)}
          {typed.map(({ name, label }) => (
            <label key={name} className={styles.field}>
              {label}
              <input
                type="text"
                name={name}
                maxLength={300}
                autoComplete="off"
                defaultValue={rejected[name]}
              />
            </label>
          ))}
          <button type="submit">Apply</button>
        </details>
      </QueryForm>
    </FilterSheet>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

/** The page of all brands, of the same agencies. */
const brandsOf = ({ agency, grouped, snapshot }: Query): Query => ({
  ...defaults("contracts"),
  agency,
  grouped,
  snapshot,
});

/** How many choices of a facet the selection holds; a chosen one that it does not hold is listed all the same. */
const known = ({ more, values }: Facet) => more + values.filter(({ count }) => count > 0).length;

/** The calendar years of the records, each as a window of days. */
function CalendarYears({ query, days }: { query: Query; days: FilterPanelProps["days"] }) {
  const [first, last] = [days.from, days.to].map((day) => Number(day.slice(0, 4))) as [number, number];
  return (
    <p className={styles.more}>
      Calendar year:{" "}
      {Array.from({ length: last - first + 1 }, (_, index) => last - index).map((year) => {
        const window = { from: `${year}-01-01`, to: `${year}-12-31` };
        const isShown = query.from === window.from && query.to === window.to;
        return (
          <span key={year}>
            <Link
              href={href(
                "/contracts",
                change(query, isShown ? { from: null, to: null } : { ...window, fy: [] }),
              )}
              scroll={false}
              aria-current={isShown ? "true" : undefined}
            >
              {year}
            </Link>{" "}
          </span>
        );
      })}
    </p>
  );
}

/** Whether recipients count as the companies that they are grouped under. */
function Grouped({ query }: { query: Query }) {
  const choices = [
    { grouped: "yes", label: "Grouped, with subsidiaries" },
    { grouped: "owned", label: "with subsidiaries while owned" },
    { grouped: "no", label: "as recorded" },
  ] as const;
  return (
    <p className={styles.more}>
      {choices.map(({ grouped, label }, index) => (
        <span key={grouped}>
          {index > 0 && " · "}
          {query.grouped === grouped ? (
            <strong>{label}</strong>
          ) : (
            <Link href={href("/contracts", change(query, { grouped }))} scroll={false}>
              {label}
            </Link>
          )}
        </span>
      ))}
    </p>
  );
}

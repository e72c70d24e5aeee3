import type { ReactNode } from "react";
import { AmountFilter } from "@/components/filters/amount-filter";
import { FilterSheet } from "@/components/filters/filter-sheet";
import { Fold } from "@/components/filters/fold";
import { HiddenFields } from "@/components/filters/hidden-fields";
import { presets } from "@/components/filters/presets";
import { QueryForm } from "@/components/filters/query-form";
import { SuggestField } from "@/components/search/suggest-field";
import { Chip, Chips } from "@/components/ui/chip";
import { InlineChoice } from "@/components/ui/joined";
import { Link, toggles } from "@/components/ui/link";
import { rowNoun } from "@/lib/contracts/columns";
import { fiscalYearDays, formatDay } from "@/lib/contracts/days";
import { groupings, shownGroupings } from "@/lib/contracts/groupings";
import { counted, formatCount, roundedMoney, shortMoney } from "@/lib/contracts/money";
import type { RecordedName } from "@/lib/contracts/recorded";
import { netText } from "@/lib/contracts/text";
import type { AmountCounts } from "@/lib/query/amount-bins";
import {
  type Facet,
  type FacetValue,
  type FilterName,
  facetGrouping,
  filter,
  filterNames,
} from "@/lib/query/filters";
import {
  boundsSelectedSums,
  change,
  defaults,
  href,
  isSet,
  type Query,
  without,
  withoutFilters,
} from "@/lib/query/query";

import styles from "./filter-panel.module.css";

interface FilterPanelProps {
  query: Query;
  facets: Facet[];
  amounts: AmountCounts;
  days: { from: string; to: string };
  /** The recorded columns of the snapshot. Filters on other columns are not offered. */
  has: readonly RecordedName[] | undefined;
  rejected: Record<string, string>;
  /** The number of filters in use, for the collapsed panel. */
  active: number;
  /** The size of the selection: "39 actions". */
  found: string;
}

/** Every filter of the workbench in one form. Facets are links; text fields are submitted. */
function EndsBefore({ name, query }: { name: "ends_before" | "estimated_before"; query: Query }) {
  const { panel } = filter(name);
  return (
    <>
      <label className={styles.field}>
        {panel?.typed}
        <input type="date" name={name} defaultValue={query[name] ?? ""} />
      </label>
      <p className={styles.hint}>{panel?.hint}</p>
      <button type="submit">Apply</button>
    </>
  );
}

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
  const { needs } = filter("ends_before");
  const hasEnds = (needs !== undefined && has.includes(needs)) || query.ends_before !== null;
  const choices = (name: FilterName) =>
    facets
      .filter((one) => one.name === name)
      .map((facet) => <FacetChoices key={name} facet={facet} query={query} rejected={rejected} />);
  const special: Partial<Record<FilterName, Part | null>> = {
    min: {
      title: "Amount",
      content: <AmountFilter query={query} amounts={amounts} has={has} rejected={rejected} />,
    },
    fy: {
      title: "Dates",
      content: (
        <>
          {choices("fy")}
          <CalendarYears query={query} days={days} />
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
        </>
      ),
    },
    company: {
      title: "Company",
      content: (
        <>
          {choices("company")}
          <div className={styles.field}>
            <label htmlFor="filter-company">Another company</label>
            <SuggestField
              picks="company"
              id="filter-company"
              name="recipient"
              maxLength={300}
              placeholder="Type a name"
              defaultValue={rejected.recipient}
            />
          </div>
          <GroupingLinks query={query} />
        </>
      ),
    },
    ends_before: hasEnds
      ? {
          title: "Contract end",
          content: <EndsBefore name="ends_before" query={query} />,
        }
      : null,
    estimated_before: {
      title: "Estimated end",
      content: <EndsBefore name="estimated_before" query={query} />,
    },
  };
  const ordinary = (name: FilterName): Part | null => {
    const facet = facets.find((one) => one.name === name);
    if (!facet && (filter(name).facet || !filter(name).panel?.typed)) return null;
    return {
      title: facet?.label ?? filter(name).label,
      content: facet ? (
        choices(name)
      ) : (
        <>
          <TextField name={name} rejected={rejected} />
          <button type="submit">Apply</button>
        </>
      ),
    };
  };
  const parts = panelNames.flatMap((name) => {
    const part = name in special ? special[name] : ordinary(name);
    return part ? [{ name, ...part }] : [];
  });
  const isFolded = ({ name }: { name: FilterName }) => filter(name).panel?.folded === true;
  const { amount } = defaults(query.view);
  return (
    <FilterSheet active={active} found={found} cleared={href("/contracts", withoutFilters(query))}>
      <QueryForm label="Filter contracts" address={href("/contracts", query)} className={styles.form}>
        <HiddenFields
          query={{
            ...query,
            q: "",
            min: null,
            max: null,
            from: null,
            to: null,
            amount,
            ends_before: hasEnds ? null : query.ends_before,
            estimated_before: null,
          }}
        />
        <h2 className={styles.title}>Filter</h2>
        <Chips label="Common questions">
          {presets(query, days.to).map(({ label, query: next, isChosen }) => (
            <Chip key={label} href={href("/contracts", next)} text={label} current={isChosen} />
          ))}
        </Chips>
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
          Matches all words. Use &quot;quotes&quot; for a phrase, -word to exclude.
        </p>
        {parts
          .filter((part) => !isFolded(part))
          .map(({ name, title, content }) => (
            <section key={name} className={styles.group} aria-label={title}>
              <h3 className={styles.heading}>
                {title}
                {filter(name).facet && <span className={styles.key}>{query.view} · net</span>}
              </h3>
              {content}
            </section>
          ))}
        <div className={styles.group}>
          {parts.filter(isFolded).map(({ name, title, content }) => (
            <section key={name} aria-label={title}>
              <Fold
                className={styles.fold}
                open={isSet(query, name)}
                summary={
                  <>
                    {title}
                    {isSet(query, name) && (
                      <span className={styles.count}> ({[query[name]].flat().length})</span>
                    )}
                  </>
                }
              >
                {content}
              </Fold>
            </section>
          ))}
        </div>
      </QueryForm>
    </FilterSheet>
  );
}

interface Part {
  title: string;
  content: ReactNode;
}

/** The filters of the panel in their order. */
const panelNames = filterNames
  .flatMap((name) => {
    const at = filter(name).panel?.at;
    return at === undefined ? [] : [{ name, at }];
  })
  .toSorted((one, other) => one.at - other.at)
  .map(({ name }) => name);

interface FacetChoicesProps {
  facet: Facet;
  query: Query;
  rejected: Record<string, string>;
}

/** The choices of a facet, with a link or a field for those that are not listed. */
function FacetChoices({ facet, query, rejected }: FacetChoicesProps) {
  const { name, more } = facet;
  const by = facetGrouping(name);
  const shown = shownGroupings.find((grouping) => grouping === by);
  const { hint } = filter(name).panel ?? {};
  return (
    <>
      {hint && <p className={styles.hint}>{hint}</p>}
      <FacetList facet={facet} query={query}>
        {more > 0 && shown && (
          <p className={styles.more}>
            <Link href={href("/contracts", change(query, { show: shown }))}>
              {allOf(query, facet)} {groupings[shown].plural}, largest first
            </Link>
          </p>
        )}
        {more > 0 && <TextField name={name} rejected={rejected} />}
      </FacetList>
    </>
  );
}

/** The text field of a filter, if it has one. Its text adds to the values that chips show. */
function TextField({ name, rejected }: { name: FilterName; rejected: Record<string, string> }) {
  const { panel, kind } = filter(name);
  if (!panel?.typed) return null;
  return (
    <label className={styles.field}>
      {panel.typed}
      <input
        type="text"
        name={name}
        maxLength={kind.longest}
        autoComplete="off"
        defaultValue={rejected[name]}
      />
    </label>
  );
}

/** The query of the page of all brands. */
/** "All", or the number of choices if opening one does not change which others are selected. */
const allOf = (query: Query, facet: Facet) => (boundsSelectedSums(query) ? "All" : formatCount(known(facet)));

/** The number of choices in the selection. Chosen ones are listed even if the selection has no row of them. */
const known = ({ more, values }: Facet) => more + values.filter(({ count }) => count > 0).length;

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

function GroupingLinks({ query }: { query: Query }) {
  const choices = [
    { grouped: "yes", label: "combined", name: "Subsidiaries combined" },
    { grouped: "owned", label: "while owned", name: "Subsidiaries combined while owned" },
    { grouped: "no", label: "separate", name: "Subsidiaries separate" },
  ] as const;
  return (
    <p className={styles.more}>
      Subsidiaries:{" "}
      <InlineChoice
        choices={choices.map(({ grouped, ...choice }) => ({
          ...choice,
          href: href("/contracts", change(query, { grouped })),
          isChosen: query.grouped === grouped,
        }))}
      />
    </p>
  );
}

interface FacetListProps {
  facet: Facet;
  query: Query;
  /** Content below the choices, such as a link to all of them. */
  children?: ReactNode;
}

function FacetList({ facet, query, children }: FacetListProps) {
  const chosenFirst = [
    ...facet.values.filter(({ chosen }) => chosen),
    ...facet.values.filter(({ chosen }) => !chosen),
  ];
  const isYears = filter(facet.name).kind.reader === "year";
  const values = isYears ? facet.values.toReversed() : chosenFirst;
  const noun = rowNoun(query.view);
  return (
    <>
      {values.length === 0 && <p className={styles.none}>No values with these filters.</p>}
      <ul className={styles.facet} aria-label={facet.label}>
        {values.map((choice) => (
          <li key={choice.value}>
            <Link
              href={href("/contracts", toggled(query, facet.name, choice))}
              scroll={false}
              aria-current={choice.chosen ? "true" : undefined}
              {...toggles(facet.name, choice.value)}
              title={isYears ? fiscalYearText(Number(choice.value)) : undefined}
              className={styles.choice}
            >
              <span className={styles.label}>{choice.label}</span>
              <span className={styles.figures} aria-hidden="true">
                {`${formatCount(choice.count)} · ${shortMoney(choice.net)}`}
              </span>
              <span className="visually-hidden">
                {`, ${counted(choice.count, noun)}, ${netText(choice.net, roundedMoney)}${choice.chosen ? ", chosen: remove" : ""}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {children}
    </>
  );
}

/** The days of a fiscal year: "Oct. 1, 2024 – Sept. 30, 2025". */
function fiscalYearText(year: number): string {
  const { from, to } = fiscalYearDays(year);
  return `${formatDay(from)} – ${formatDay(to)}`;
}

/** The query with a choice of a facet added or, if chosen, removed. Values stay sorted, as in addresses. */
function toggled(query: Query, name: Facet["name"], { value, chosen }: FacetValue): Query {
  if (chosen) return without(query, name, value);
  const added = filter(name).kind.reader === "year" ? Number(value) : value;
  const values = [...query[name], added].toSorted((one, other) => (one < other ? -1 : 1));
  return change(query, { [name]: values });
}

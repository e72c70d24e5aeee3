import type { Route } from "next";
import { ExcludedActions } from "@/components/brands/excluded-actions";
import { unfinishedPeriod } from "@/components/charts/time";
import { OwnedSplitLinks, ownedSplitText } from "@/components/company/owned-split";
import { RecordsSum } from "@/components/figures/records-link";
import { InlineChoice } from "@/components/ui/joined";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { mentionsLead } from "@/lib/contracts/companies";
import { type Cents, counted } from "@/lib/contracts/money";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { joinNames, moreThanAdded, netMeasure } from "@/lib/contracts/text";
import { beyondRecords, daysText } from "@/lib/findings/scope";
import { agencyName, agencyNames } from "@/lib/query/agency-names";
import { companyPage } from "@/lib/query/pages";
import { change, href, type Query } from "@/lib/query/query";
import { isWindowed } from "@/lib/query/window-presets";
import type { WholeCompany } from "@/lib/store/company";
import styles from "./page.module.css";

/** The companies with similar names in one line, which opens the reasons. */
export function Lookalikes({ notes, query }: { notes: WholeCompany["lookalikes"]; query: Query }) {
  if (notes.length === 0) return null;
  const names = [...new Set(notes.flatMap(({ name }) => name ?? []))];
  return (
    <details className={styles.lookalikes}>
      <summary>Not to be confused{names.length > 0 && ` with ${joinNames(names)}`}</summary>
      {notes.map(({ note, slug, name }) => (
        <p key={note}>
          {note} {slug && <Link href={companyPage(slug, query)}>{name}</Link>}
        </p>
      ))}
    </details>
  );
}

interface CompanyLedeProps {
  found: WholeCompany;
  query: Query;
  info: SnapshotInfo;
}

export function CompanyLede({ found, query, info }: CompanyLedeProps) {
  const { company, named, total } = found;
  if (total.totals.actions === 0) return <WithoutActions found={found} query={query} info={info} />;
  if (!named || !mentionsLead(total.totals, named.totals))
    return <OwnSum found={found} query={query} info={info} />;
  return (
    <>
      {agencyNames(query)} actions with other companies that name {company.name} come to{" "}
      <RecordsSum query={named.query} cents={named.totals.net} unsigned /> (net), {daysText(query, info)}:{" "}
      {counted(named.totals.actions, "action")} on {counted(named.totals.contracts, "contract")}.{" "}
      <OwnSum found={found} query={query} info={info} isSecond />
    </>
  );
}

/** What was obligated to the company and, unless another sum comes first, the part of it in the newest year of the window. */
function OwnSum({ found, query, info, isSecond = false }: CompanyLedeProps & { isSecond?: boolean }) {
  const { company, selected, subsidiaries, years } = found;
  const isOwnAlone = query.grouped === "no" && subsidiaries !== null && selected.totals.actions > 0;
  const total = isOwnAlone ? selected : found.total;
  const agency = agencyNames(query);
  const { net, actions, contracts } = total.totals;
  const latest = years.length > 1 && !isSecond ? years.at(-1) : undefined;
  const unfinished = unfinishedPeriod("fiscal_year", info.data_through);
  const soFar = latest && unfinished?.key === latest.key ? " so far" : "";
  return (
    <>
      {isSecond && "Over the same dates, "}
      {agency} {net < 0 ? "took back" : "obligated"} <RecordsSum query={total.query} cents={net} unsigned />{" "}
      {net < 0 ? `${moreThanAdded(agency)} on awards` : "(net)"} to{" "}
      {isOwnAlone ? `${company.name} itself` : recipientText(found)}
      {!isOwnAlone && found.owned && (
        <>
          {" "}
          (<OwnedSplitLinks {...found.owned} />)
        </>
      )}
      {!isSecond && ` ${daysText(query, info)}`}, in {counted(actions, "action")} on{" "}
      {counted(contracts, "contract")}
      {latest?.actions === 0 && `; none in FY${latest.fiscal_year}${soFar}`}
      {latest && latest.actions > 0 && (
        <>
          ;{" "}
          <RecordsSum query={change(total.query, { fy: [latest.fiscal_year] })} cents={latest.net} unsigned />{" "}
          {latest.net < 0
            ? `more taken back than added in FY${latest.fiscal_year}`
            : net < 0
              ? `obligated (net) in FY${latest.fiscal_year}`
              : `of it in FY${latest.fiscal_year}`}
          {soFar}
        </>
      )}
      .
    </>
  );
}

function WithoutActions({ found, query, info }: CompanyLedeProps) {
  const { company, named, always, summarized } = found;
  const agency = agencyNames(query);
  const days = daysText(query, info);
  const beyond = beyondRecords(query, info);
  const isNamed = named !== null && named.totals.actions > 0;
  const reported = found.subcontracts?.reports ? found.subcontracts : null;
  return (
    <>
      {always && always.totals.actions > 0 ? (
        <>
          {beyond ?? `${agency} signed no contract action with ${company.name} in these records ${days}`}. All
          records have{" "}
          <Link href={companyPage(company.slug, query)}>{counted(always.totals.actions, "action")}</Link>.
        </>
      ) : summarized.length > 0 ? (
        <>
          {company.name} appears only in award summaries, of {counted(summarized.length, "contract")}. These
          records have no action by {agency} on any of them {days}, so this page has no sums.
        </>
      ) : (
        <>
          {agency} made no award to a recipient known as {company.name} in these records, {days}.
        </>
      )}
      {isNamed && (
        <>
          {" "}
          It is named in the description of{" "}
          <Link href={href("/contracts", change(named.query, { view: "actions" }))}>
            {counted(named.totals.actions, "action")}
          </Link>{" "}
          on {counted(named.totals.contracts, "contract")} with other companies,{" "}
          <RecordsSum query={named.query} cents={named.totals.net} unsigned /> {netMeasure(named.totals.net)},
          by the rules for its brands.
          <ExcludedActions
            excluded={named.left_out}
            words="words that the rules look for"
            rule="the rules leave"
          />
        </>
      )}
      {reported && (
        <>
          {" "}
          It is reported as a subcontractor under{" "}
          <a href="#subcontracts">{counted(reported.contracts, `${agency} contract`)}</a>, for{" "}
          <Money cents={reported.amount} unsigned /> in {counted(reported.reports, "report")}.
        </>
      )}
    </>
  );
}

/** Links to lists and charts with all awards of subsidiaries, with those signed while owned, or with none. */
export function SubsidiaryChoice({ path, query, found }: { path: Route; query: Query; found: WholeCompany }) {
  const choices = [
    { grouped: "yes", label: "with subsidiaries" },
    ...(found.owned ? [{ grouped: "owned", label: "with subsidiaries while owned" } as const] : []),
    { grouped: "no", label: "as recorded, without subsidiaries" },
  ] as const;
  return (
    <p className="no-print">
      Lists and charts{" "}
      <InlineChoice
        choices={choices.map(({ grouped, label }) => ({
          label,
          href: href(path, change(query, { grouped })),
          isChosen: query.grouped === grouped,
        }))}
      />
    </p>
  );
}

/** What the agencies that the page leaves out obligated to the company or to others that name it, over the same dates. */
export function OtherAgencies({ path, found, query }: { path: Route; found: WholeCompany; query: Query }) {
  return found.elsewhere.map(({ agency, own, named }) => {
    const linked = (cents: Cents) => (
      <Link href={href(path, change(query, { agency: [agency] }))}>
        <Money cents={cents} unsigned />
      </Link>
    );
    const name = agencyName(agency);
    return (
      <p key={agency}>
        {isWindowed(query) ? "Over the same dates, " : "Also in these records: "}
        {name}
        {own.totals.actions > 0 && (
          <>
            {" "}
            actions with {found.company.name} come to {linked(own.totals.net)} {netMeasure(own.totals.net)}
          </>
        )}
        {own.totals.actions > 0 && named && named.totals.actions > 0 && `; ${name}`}
        {named && named.totals.actions > 0 && (
          <>
            {" "}
            actions with other companies that name it come to {linked(named.totals.net)}{" "}
            {netMeasure(named.totals.net)}, on {counted(named.totals.contracts, "contract")}
          </>
        )}
        .
      </p>
    );
  });
}

export function recipientText({ company, direct, subsidiaries, recipients }: WholeCompany): string {
  if (!subsidiaries?.totals.actions) return company.name;
  if (direct.totals.actions > 0) return `${company.name} and its subsidiaries`;
  const owned = recipients.filter(({ actions }) => actions > 0);
  return owned.length === 1
    ? `a subsidiary of ${company.name}, ${owned[0]?.name}`
    : `subsidiaries of ${company.name}`;
}

/** The parts of the total from before and after acquisitions, in parentheses. */
export const ownedText = ({ owned }: WholeCompany) => (owned ? ` (${ownedSplitText(owned)})` : "");

/** How a list or chart treats awards from before an acquisition; empty if there are none. */
export function ownedRemark({ owned }: WholeCompany, { grouped }: Query): string {
  if (!owned || grouped === "no") return "";
  return grouped === "owned" ? ", while owned" : ", including awards from before an acquisition";
}

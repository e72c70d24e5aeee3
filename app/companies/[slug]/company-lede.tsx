import type { Route } from "next";
import { ExcludedActions } from "@/components/brands/excluded-actions";
import { unfinishedPeriod } from "@/components/charts/time";
import { OwnedSplitLinks, ownedSplitText } from "@/components/company/owned-split";
import { RecordsSum } from "@/components/figures/records-link";
import { InlineChoice } from "@/components/ui/joined";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/contracts/days";
import { lookUp } from "@/lib/contracts/look-up";
import { counted } from "@/lib/contracts/money";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { moreThanAdded } from "@/lib/contracts/text";
import { agencyNames } from "@/lib/query/agency-names";
import { companyPage } from "@/lib/query/pages";
import { change, href, type Query } from "@/lib/query/query";
import type { WholeCompany } from "@/lib/store/company";
import { codeNames } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";

export function Lookalikes({ notes, query }: { notes: WholeCompany["lookalikes"]; query: Query }) {
  if (notes.length === 0) return null;
  return (
    <Notice title="Not to be confused">
      {notes.map(({ note, slug, name }) => (
        <p key={note}>
          {note} {slug && <Link href={companyPage(slug, query)}>{name}</Link>}
        </p>
      ))}
    </Notice>
  );
}

interface CompanyLedeProps {
  found: WholeCompany;
  query: Query;
  info: SnapshotInfo;
}

export function CompanyLede({ found, query, info }: CompanyLedeProps) {
  const { company, selected, subsidiaries, years, named } = found;
  const isOwnAlone = query.grouped === "no" && subsidiaries !== null && selected.totals.actions > 0;
  const total = isOwnAlone ? selected : found.total;
  const agency = agencyNames(query);
  const { net, actions, contracts } = total.totals;
  const summaries = found.summarized.length;
  if (actions === 0 && summaries > 0) {
    return (
      <>
        {company.name} appears only in award summaries, of {counted(summaries, "contract")}. These records,{" "}
        {recordDays(info)}, have no action by {agency} on any of them, so this page has no sums.
      </>
    );
  }
  if (actions === 0) {
    return (
      <>
        {agency} made no award to a recipient known as {company.name} in these records, {recordDays(info)}
        {named === null || named.totals.actions === 0 ? (
          "."
        ) : (
          <>
            . It is named in the description of{" "}
            <Link href={href("/contracts", change(named.query, { view: "actions" }))}>
              {counted(named.totals.actions, "action")}
            </Link>{" "}
            on {counted(named.totals.contracts, "contract")} with other companies, by the rules for its
            brands.
            <ExcludedActions
              excluded={named.left_out}
              words="words that the rules look for"
              rule="the rules leave"
            />
          </>
        )}
      </>
    );
  }
  const latest = years.at(-1);
  const unfinished = unfinishedPeriod("fiscal_year", info.data_through);
  const so = latest && unfinished?.key === latest.key ? " so far" : "";
  return (
    <>
      {agency} {net < 0 ? "took back" : "obligated"} <RecordsSum query={total.query} cents={net} unsigned />{" "}
      {net < 0 ? `${moreThanAdded(agency)} on awards` : "(net)"} to{" "}
      {isOwnAlone ? `${company.name} itself` : recipientText(found)}
      {!isOwnAlone && found.owned && (
        <>
          {" "}
          (<OwnedSplitLinks {...found.owned} />)
        </>
      )}{" "}
      {recordDays(info)}, in {counted(actions, "action")} on {counted(contracts, "contract")}
      {latest?.actions === 0 && `; none in FY${latest.fiscal_year}${so}`}
      {latest && latest.actions > 0 && (
        <>
          ;{" "}
          <RecordsSum query={change(total.query, { fy: [latest.fiscal_year] })} cents={latest.net} unsigned />{" "}
          {latest.net < 0
            ? `more taken back than added in FY${latest.fiscal_year}`
            : net < 0
              ? `obligated (net) in FY${latest.fiscal_year}`
              : `of it in FY${latest.fiscal_year}`}
          {so}
        </>
      )}
      .
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

export function OtherAgencies({
  path,
  found,
  query,
  store,
}: {
  path: Route;
  found: WholeCompany;
  query: Query;
  store: Store;
}) {
  if (found.elsewhere.length === 0) return null;
  const { agency: names } = codeNames(store);
  return (
    <p>
      {found.elsewhere.map(({ agency, totals }) => (
        <span key={agency}>
          Also in these records:{" "}
          <Link href={href(path, change(query, { agency: [agency] }))}>
            {counted(totals.actions, "action")} by {lookUp(names, agency) ?? agency}
          </Link>
        </span>
      ))}
    </p>
  );
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

export const recordDays = ({ data_from, data_through }: SnapshotInfo) =>
  `from ${formatDay(data_from)}, through ${formatDay(data_through)}`;

/** How a figure treats the awards of subsidiaries. */
export const exclusionText: Record<Query["grouped"], string> = {
  yes: "",
  owned: ", without actions signed before an acquisition where the day is known",
  no: ", without its subsidiaries",
};

/** How a list or chart treats awards from before an acquisition; empty if there are none. */
export function ownedRemark({ owned }: WholeCompany, { grouped }: Query): string {
  if (!owned || grouped === "no") return "";
  return grouped === "owned" ? ", while owned" : ", including awards from before an acquisition";
}

import { GroupChart } from "@/components/charts/group-chart";
import { type GroupList, GroupLists } from "@/components/charts/group-lists";
import { type GroupYears, GroupYearsChart } from "@/components/charts/group-years";
import { remaining, withLinks } from "@/components/charts/links";
import { fillOf } from "@/components/charts/palette";
import { YearsTable } from "@/components/charts/years-table";
import { Section } from "@/components/ui/section";
import { trackedAgency } from "@/lib/contracts/agencies";
import { unfinishedYear } from "@/lib/contracts/companies";
import { type GroupingName, grouping } from "@/lib/contracts/groupings";
import { counted, formatShare } from "@/lib/contracts/money";
import type { TwoWayGroup } from "@/lib/contracts/totals";
import { agencyLeadFinding } from "@/lib/findings/leaders";
import { scopeOf } from "@/lib/findings/scope";
import { toDateNote } from "@/lib/findings/year-to-date";
import { queryOfGroup } from "@/lib/query/group-query";
import { groupsByCompany } from "@/lib/query/query";
import { tableSort } from "@/lib/query/table-sort";
import { firstGroups, twoWayGroups } from "@/lib/store/contracts";
import { groupsByYear } from "@/lib/store/leaders";
import { sameDatesOf } from "@/lib/store/overview";
import { type Grouped, yearsOfGroup } from "./grouped";

/** The most bars of an agency's lists. */
const mostListed = 5;

/** Agencies side by side: by fiscal year, by size, the largest offices and companies of each, and as a table. */
export async function AgencyGroups({ grouped }: { grouped: Grouped }) {
  const { store, query, except, compared, chosen, all, whole, names, span, page } = grouped;
  const companies = groupsByCompany(query) ? "company" : "recipient";
  const [byYear, dates, offices, holders] = await Promise.all([
    groupsByYear(store, query, "agency", except),
    sameDatesOf(store, query, "agency", except),
    twoWayGroups(store, query, ["agency", "office"], { except }),
    twoWayGroups(store, query, ["agency", companies], { except }),
  ]);
  const { info } = store;
  const year = unfinishedYear(info.data_through)?.year;
  const isMixed = all.some(({ key }) => !chosen.includes(key ?? ""));
  const agencies = byYear.map((one): GroupYears => {
    const { key, net } = one.total;
    const toDate = dates.get(key);
    return {
      ...yearsOfGroup(one, compared, "agency"),
      share: formatShare(net, whole.net),
      short: trackedAgency(key ?? "")?.short,
      isChosen: isMixed && chosen.includes(key ?? ""),
      note: year !== undefined && toDate ? toDateNote(year, toDate) : null,
    };
  });
  const chosenFirst = agencies.toSorted((one, other) => Number(other.isChosen) - Number(one.isChosen));
  const name = "Agencies by fiscal year";
  const isSeveral = agencies.length > 1;
  const scope = scopeOf(compared, info, names);
  const leaders = byYear.map(({ total: { key }, label, years }) => ({
    name: trackedAgency(key ?? "")?.short ?? label ?? "",
    years,
  }));
  const lists = (by: GroupingName, found: TwoWayGroup[]) =>
    chosenFirst.map((agency): GroupList => {
      const own = found.filter(({ key }) => key === agency.key);
      const { groups, rest } = firstGroups(
        own.map(({ key2, label2, ...group }) => ({ ...group, key: key2, label: label2 })),
        mostListed,
      );
      const of = queryOfGroup(compared, "agency", agency.key) ?? compared;
      return {
        agency,
        groups: withLinks(groups, of, by),
        rest: remaining(rest, by),
      };
    });
  const listOf = (by: GroupingName, found: TwoWayGroup[]) => (
    <GroupLists
      by={by}
      subtitle={`Obligated (net), ${span}: the ${mostListed} largest ${grouping(by).plural} of each agency on one scale. Shares are of the agency’s total`}
      query={compared}
      page={page}
      through={info.data_through}
      lists={lists(by, found)}
    />
  );
  return (
    <>
      {isSeveral && (agencies[0]?.parts.length ?? 0) > 1 && (
        <GroupYearsChart
          by="agency"
          name={name}
          title={agencyLeadFinding(leaders, scope, compared, info) ?? name}
          subtitle={[
            `Obligated (net) by fiscal year (Oct. 1 to Sept. 30), ${span}, all agencies on one scale`,
            ...grouped.notes,
          ].join(". ")}
          query={compared}
          page={page}
          groups={chosenFirst}
          days={info}
          numbers="#numbers"
        />
      )}
      <GroupChart
        by="agency"
        subtitle={`Obligated (net) by agency, ${span}`}
        query={compared}
        page={page}
        isOwnPage
        days={info}
        about={{ names }}
        groups={withLinks(all, compared, "agency").map((group) => ({
          ...group,
          fill: fillOf("agency", group.key),
        }))}
        whole={whole.net}
        numbers="#numbers"
      />
      {listOf("office", offices.groups)}
      {listOf(companies, holders.groups)}
      <Section
        id="numbers"
        title="Each agency by fiscal year"
        subtitle={`U.S. dollars obligated (net), ${span}`}
      >
        <YearsTable
          heading="Agency"
          groups={agencies}
          through={info.data_through}
          sort={tableSort(page, "agency", "-net")}
          total={counted(agencies.length, "agency", "agencies")}
        />
      </Section>
    </>
  );
}

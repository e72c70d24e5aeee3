import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DataNotes } from "@/app/data-notes";
import { Breadcrumbs, Colophon } from "@/app/page-frame";
import { readPage } from "@/app/read-page";
import { BriefArticle } from "@/components/ui/brief-article";
import { CopyBrief } from "@/components/ui/copy-brief";
import { Link } from "@/components/ui/link";
import { ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, PageHeader } from "@/components/ui/page-header";
import { daysAfter, daysBefore } from "@/lib/contracts/days";
import { weekDays, weekOf, weekText } from "@/lib/contracts/weeks";
import { weekSums } from "@/lib/findings/week";
import { pageMetadata } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { changesOf } from "@/lib/query/changes";
import { weekPage } from "@/lib/query/pages";
import { href } from "@/lib/query/query";
import { changesRequest, weekApiRequest, weekRequest } from "@/lib/query/requests";
import { totals } from "@/lib/store/contracts";
import { hasWeek } from "@/lib/store/week";
import { readWeek } from "./read-week";

type WeekPageProps = PageProps<"/changes/[week]">;

async function loadWeek({ params, searchParams }: WeekPageProps) {
  const { week } = await params;
  const { store, request, problems } = await readPage(weekRequest, searchParams);
  const days = weekDays(week);
  if (!days || !hasWeek(store, week)) notFound();
  return { store, week, days, query: request.query, problems };
}

export async function generateMetadata(props: WeekPageProps): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, week, days, query } = await loadWeek(props);
    return {
      title: `${agencyNames(query)} contracts, week of ${weekText(days)}`,
      description: weekSums(await totals(store, { ...query, ...days })),
      address: weekPage(week, query),
      feeds: { "application/atom+xml": weekRequest.href("/weeks.atom", { query }) },
    };
  });
}

/** What was signed in one week, and what its retrievals corrected, to read, print and paste. */
export default async function WeekPage(props: WeekPageProps) {
  const { store, week, days, query, problems } = await loadWeek(props);
  const { found, brief } = await readWeek(store, query, week);
  const path = `/changes/${week}` as Route;
  const crumbs = [{ label: "What’s new", href: changesRequest.href("/changes" as Route, changesOf(query)) }];
  const neighbors = [
    { name: "Week before", week: weekOf(daysBefore(days.from, 1)) },
    { name: "Week after", week: weekOf(daysAfter(days.to, 1)) },
  ].filter((one) => hasWeek(store, one.week));
  const file = (format: "json" | "md" | "txt") =>
    weekApiRequest.href(`/api/changes/${week}`, { query, format });
  return (
    <BriefArticle
      brief={brief}
      header={
        <>
          <Breadcrumbs crumbs={crumbs} title={week} />
          <PageHeader crumbs={crumbs} title={brief.title}>
            <ChoiceLine>
              <AgencyChoice path={path} query={query} />
              <p className="no-print">
                {neighbors.map((one) => (
                  <span key={one.name}>
                    <Link href={weekPage(one.week, query)}>{one.name}</Link>
                    {" · "}
                  </span>
                ))}
                Follow the weeks: <a href={weekRequest.href("/weeks.atom", { query })}>Atom</a> ·{" "}
                <a href={weekRequest.href("/weeks.json", { query })}>JSON Feed</a>
              </p>
            </ChoiceLine>
            <ChoiceLine>
              <CopyBrief brief={brief} />
              <p className="no-print">
                <a href={file("md")}>Markdown</a> · <a href={file("txt")}>Text</a> ·{" "}
                <a href={file("json")}>JSON</a>
              </p>
            </ChoiceLine>
          </PageHeader>
          <ParameterNotice store={store} problems={problems} without={href(path, query)} />
          <DataNotes store={store} query={found.query} />
        </>
      }
    >
      <Colophon address={weekPage(week, query)} info={store.info} />
    </BriefArticle>
  );
}

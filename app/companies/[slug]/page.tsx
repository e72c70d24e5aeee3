import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { chartFinding } from "@/app/chart-finding";
import {
  CompanyLede,
  Lookalikes,
  OtherAgencies,
  ownedText,
  recipientText,
  SubsidiaryChoice,
} from "@/app/companies/[slug]/company-lede";
import { DataNotes } from "@/app/data-notes";
import { Breadcrumbs, Colophon } from "@/app/page-frame";
import { readPage } from "@/app/read-page";
import { ChangesLink } from "@/components/changes/changes-list";
import { groupsFile } from "@/components/charts/links";
import { CompanyFigures } from "@/components/company/company-figures";
import { SummaryContracts } from "@/components/company/contract-lists";
import { NotCovered } from "@/components/company/not-covered";
import { WindowChoice } from "@/components/company/window-choice";
import { CompareLinks } from "@/components/compare/compare-links";
import { CopyText } from "@/components/ui/copy-text";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, PageHeader } from "@/components/ui/page-header";
import { RecordedText } from "@/components/ui/recorded-text";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { mentionsLead } from "@/lib/contracts/companies";
import { counted } from "@/lib/contracts/money";
import { daysText } from "@/lib/findings/scope";
import { pageMetadata, sumSentence } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { companyBrief, contractPage } from "@/lib/query/pages";
import { change, href, isSet, type Query } from "@/lib/query/query";
import { companyRequest } from "@/lib/query/requests";
import { tableSort } from "@/lib/query/table-sort";
import { isWindowed, periodOfWindow } from "@/lib/query/window-presets";
import { recordDaysOf, windowOf } from "@/lib/query/windows";
import { findCompany, readCompany, type WholeCompany } from "@/lib/store/company";
import { listContracts } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { companyCitation } from "./citation";
import {
  CompanyMentionHolders,
  CompanyRecipients,
  CompanyRecords,
  CompanySubcontracts,
  reportsOf,
} from "./company-records";
import styles from "./page.module.css";

type CompanyPageProps = PageProps<"/companies/[slug]">;

async function loadCompany({ params, searchParams }: CompanyPageProps) {
  const slug = (await params).slug.toLowerCase();
  const { store, request, problems } = await readPage(companyRequest, searchParams);
  const { query } = request;
  const company = await findCompany(store, slug);
  if (!company) notFound();
  const page = companyRequest.href(`/companies/${company.slug}` as Route, request);
  return { store, query, problems, page, found: await readCompany(store, company, query) };
}

export async function generateMetadata(props: CompanyPageProps): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, found, query } = await loadCompany(props);
    const { company, total } = found;
    const { info } = store;
    const agency = agencyNames(query);
    const own = change(total.query, { grouped: query.grouped });
    const has = total.totals.actions > 0;
    const names = { company: { [company.slug]: company.name } };
    const by = periodOfWindow(windowOf(query, info));
    const seen = has ? await chartFinding(store, own, by, names) : undefined;
    const days = daysText(query, info);
    const title = isSet(query, "agency") ? `${company.name}, ${agency} contracts` : company.name;
    return {
      shared: seen,
      alt: seen,
      title: isWindowed(query) ? `${title}, ${days}` : title,
      description: has
        ? sumSentence(
            agency,
            total.totals,
            recordDaysOf(query, info),
            ` to ${recipientText(found)}${ownedText(found)}`,
          )
        : (found.subcontracts?.reports ?? 0) > 0
          ? `No award by ${agency} to ${company.name} is in the records, ${days}. ${counted(found.subcontracts?.reports ?? 0, "report")} of subcontracts under ${agency} awards ${found.subcontracts?.reports === 1 ? "names" : "name"} it.`
          : found.summarized.length > 0
            ? `Known only from award summaries: no action by ${agency} on a contract with ${company.name} is in the records, ${days}.`
            : `No award by ${agency} to a recipient known as ${company.name} is in the records, ${days}.`,
      address: href(pathOf(found), change(query, { grouped: "yes" })),
      ...(has && { picture: groupsFile("png", own, [by]) }),
    };
  });
}

/** What the largest contract is for, of the company or, where these lead, of others that name it. */
async function LargestContract({ store, found, query }: { store: Store; found: WholeCompany; query: Query }) {
  const { selected, named } = found;
  const isNamed = named !== null && mentionsLead(selected.totals, named.totals);
  const [largest] = await listContracts(store, { ...(isNamed ? named.query : selected.query), size: 1 });
  if (!largest || largest.net <= 0) return null;
  return (
    <p className={styles.purpose}>
      Largest contract{isNamed && ` that names it, with ${largest.company.name}`}:{" "}
      <Link href={contractPage(largest.key, query)}>
        <Money cents={largest.net} />
      </Link>
      , for{" "}
      <q>
        <RecordedText text={largest.purpose} />
      </q>
    </p>
  );
}

const pathOf = ({ company }: WholeCompany) => `/companies/${company.slug}` as Route;

export default async function CompanyPage(props: CompanyPageProps) {
  const { store, found, query, problems, page } = await loadCompany(props);
  const { company, total, always, selected } = found;
  const path = pathOf(found);
  const has = total.totals.actions > 0;
  const cited = Object.values(await companyCitation(store, found, query)).join(" ");
  const isRecorded = has || (always?.totals.actions ?? 0) > 0;
  const crumbs = [{ label: "Companies", href: href("/companies", change(query, { from: null, to: null })) }];
  return (
    <article className={styles.company}>
      <Breadcrumbs crumbs={crumbs} title={company.name} />
      <PageHeader crumbs={crumbs} title={company.name}>
        <p className={styles.sentence}>
          <CompanyLede found={found} query={query} info={store.info} />
        </p>
        <SectionBoundary name="The largest contract">
          {() => LargestContract({ store, found, query })}
        </SectionBoundary>
        <OtherAgencies path={path} found={found} query={query} />
        <ChoiceLine>
          <AgencyChoice path={path} query={query} />
          <WindowChoice path={path} query={query} days={store.info} />
        </ChoiceLine>
        <ChoiceLine>
          <p className="no-print">
            <Link href={companyBrief(company.slug, query)}>Brief on one page</Link>
          </p>
          {(has || mentionsLead(total.totals, found.named?.totals ?? null)) && (
            <p className="no-print">
              <CopyText text={cited} label="Copy citation" />
            </p>
          )}
          {has && (
            <p className="no-print">
              <ChangesLink query={query} />
            </p>
          )}
          {has && found.subsidiaries && <SubsidiaryChoice path={path} query={query} found={found} />}
          {has && <CompareLinks query={total.query} by="company" days={store.info} />}
        </ChoiceLine>
      </PageHeader>
      <ParameterNotice store={store} problems={problems} without={page} />
      <CompanyFigures
        {...found}
        agency={agencyNames(query)}
        reports={reportsOf(found, query)}
        isNamedFirst={mentionsLead(total.totals, found.named?.totals ?? null)}
      />
      <Lookalikes notes={found.lookalikes} query={query} />
      <DataNotes store={store} query={selected.query} />
      {has ? (
        <SectionBoundary name="The records of this company">
          {() => CompanyRecords({ store, found, query, page })}
        </SectionBoundary>
      ) : (
        <>
          <SummaryContracts
            contracts={found.summarized}
            snapshot={query.snapshot}
            sort={tableSort(page, "summaries")}
          />
          <CompanyMentionHolders found={found} store={store} page={page} />
          <CompanySubcontracts found={found} query={query} store={store} page={page} />
          {!isRecorded && (
            <NotCovered
              info={store.info}
              name={company.name}
              address={href("/contracts", selected.query)}
              isSummarized={found.summarized.length > 0}
            />
          )}
          <CompanyRecipients found={found} page={page} />
        </>
      )}
      <p className={styles.printed}>
        This sheet leaves out charts and the later rows of lists. The address below has all of them.
      </p>
      <Colophon address={href(path, query)} info={store.info} />
    </article>
  );
}

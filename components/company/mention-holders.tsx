import type { Route } from "next";
import { type ComponentProps, Fragment, type ReactNode } from "react";
import { ExcludedActions } from "@/components/brands/excluded-actions";
import { GroupChart } from "@/components/charts/group-chart";
import type { ChartGroup } from "@/components/charts/groups";
import { Joined } from "@/components/ui/joined";
import { Link } from "@/components/ui/link";
import { Disclosure, Section } from "@/components/ui/section";
import type { CompanyName } from "@/lib/contracts/companies";
import { type Cents, counted } from "@/lib/contracts/money";
import { daysText, spanText } from "@/lib/findings/scope";
import { brandPage } from "@/lib/query/pages";
import { href, type Query } from "@/lib/query/query";
import type { RecordDays } from "@/lib/query/windows";

interface MentionHoldersProps {
  company: CompanyName;
  named: {
    brands: CompanyName[];
    /** How many of the actions name each brand, without those that none names. */
    by_brand: (CompanyName & { actions: number })[];
    /** The actions of other companies whose description names one of the brands. */
    query: Query;
    totals: { actions: number; net: Cents };
    /** The actions that match words of the brands but that their rules exclude. */
    left_out: ComponentProps<typeof ExcludedActions>["excluded"];
  };
  holders: ChartGroup[];
  rest: ChartGroup | null;
  /** The address of the company's page. */
  page: Route;
  days: RecordDays;
  /** The contracts among them. */
  children?: ReactNode;
}

/** The companies whose awards name the brands of a company. */
export function MentionHolders({ company, named, holders, rest, page, days, children }: MentionHoldersProps) {
  const { brands, by_brand: counting, query, left_out: excluded } = named;
  const others = brands.filter(({ slug }) => !counting.some((brand) => brand.slug === slug));
  const brandHref = (slug: string) => brandPage(slug, { ...query, grouped: "yes" });
  const { actions, net } = named.totals;
  return (
    <Section
      id="named"
      title={`Other companies’ awards that name ${company.name}`}
      subtitle={
        actions === 0
          ? excluded.totals.actions === 0
            ? `No description of an award to another company names ${company.name} in these records, ${daysText(query, days)}.`
            : `By the rules for its brands, no action of another company names ${company.name} in these records, ${daysText(query, days)}.`
          : `Net obligations by the company that holds the award. We count actions whose description names one of its brands, by our rules. A mention does not mean that anything was bought from ${company.name}. It does not say how much of the amount is for it.`
      }
    >
      {actions > 0 && (
        <>
          <GroupChart
            by="company"
            level={3}
            subtitle={`Net obligations by company, ${spanText(query, days)}, the whole amount of each action that is counted`}
            query={query}
            page={page}
            days={days}
            about={{ filters: ` on actions that name ${company.name}` }}
            groups={holders}
            rest={rest}
            whole={net}
          />
          <p>
            <Link
              href={href("/contracts", { ...query, view: "actions", sort: "-action_date", amount: "action" })}
            >
              See {counted(actions, "action")} with descriptions
            </Link>
          </p>
        </>
      )}
      {actions > 0 && children}
      <p>
        {counting.length > 0 && (
          <>
            Counted by our rules for{" "}
            <Joined
              last=" and "
              parts={counting.map(({ slug, name, actions: matching }) => (
                <Fragment key={slug}>
                  <Link href={brandHref(slug)}>{name}</Link> ({counted(matching, "action")})
                </Fragment>
              ))}
            />
            . Each name links to its rule, its examples and a way to report a wrong match.
          </>
        )}
        <ExcludedActions excluded={excluded} words="words that the rules look for" rule="the rules leave" />
      </p>
      {others.length > 0 && (
        <Disclosure
          title={`${counted(others.length, counting.length > 0 ? "other brand" : "brand")} searched for`}
        >
          <p>
            Not named in any description that counts here:{" "}
            <Joined
              parts={others.map(({ slug, name }) => (
                <Link key={slug} href={brandHref(slug)}>
                  {name}
                </Link>
              ))}
            />
            .
          </p>
        </Disclosure>
      )}
    </Section>
  );
}

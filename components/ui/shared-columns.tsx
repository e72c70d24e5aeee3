import type { DataColumn } from "@/components/ui/data-table";
import { TermMark } from "@/components/ui/term";
import { companyPage, contractPage } from "@/lib/query/pages";

/** The snapshot that addresses name; `null` for the newest. */
type Snapshot = string | null;

/** The PIID of a contract, as the header of its row and a link to its page. */
export const contractColumn = (
  snapshot: Snapshot,
  { header = "Contract (PIID)", className }: { header?: string; className?: string } = {},
): DataColumn<{ key: string; piid: string }> => ({
  id: "piid",
  header,
  isRowHeader: true,
  className,
  afterHeader: <TermMark name="piid" />,
  value: ({ piid }) => piid,
  href: ({ key }) => contractPage(key, { snapshot }),
});

/** A link to the page of a company, within the agency of the row. */
export const companyColumn = (
  snapshot: Snapshot,
): DataColumn<{ company: { slug: string; name: string }; agency: string }> => ({
  header: "Company",
  value: ({ company }) => company.name,
  href: ({ company, agency }) => companyPage(company.slug, { agency: [agency], snapshot }),
});

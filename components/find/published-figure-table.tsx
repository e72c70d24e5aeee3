import type { Route } from "next";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { formatSince } from "@/lib/contracts/days";
import { verdictText } from "@/lib/findings/checks";
import type { Check } from "@/lib/query/checks";
import { findPage } from "@/lib/query/find";
import { href } from "@/lib/query/query";

interface PublishedFigureTableProps {
  /** The figures that are listed here, and how many there are. */
  checks: Check[];
  count: number;
  checksHref: Route;
}

/** Some published figures as examples of what to search for. */
export function PublishedFigureTable({ checks, count, checksHref }: PublishedFigureTableProps) {
  if (checks.length === 0) return null;
  return (
    <Section
      title="Published figures"
      subtitle="Each link searches for the figure as published. The net of the actions that it describes is next to it."
    >
      <DataTable
        label="Table of published figures"
        columns={[
          {
            header: "As published",
            isRowHeader: true,
            value: ({ figure }) => figure,
            href: searchFor,
          },
          {
            header: "Where",
            cell: ({ publisher, published }) => `${publisher}, ${formatSince(published)}`,
          },
          { header: "What it describes", kind: "long", cell: ({ statement }) => statement },
          {
            header: "In the records",
            kind: "money",
            value: ({ net }) => net,
            href: ({ selection }) => href("/contracts", selection),
          },
          { header: "Verdict", cell: (check) => verdictText(check) },
        ]}
        rows={checks}
        rowKey={({ id }) => id}
      />
      <p>
        <Link href={checksHref}>All {count} published figures, compared with the records</Link>
      </p>
    </Section>
  );
}

/** The search for a figure, of its company and over its days. */
const searchFor = ({ figure, selection }: Check): Route =>
  findPage({
    amount: { text: figure, figure: null },
    company: selection.company[0] ?? "",
    month: null,
    query: selection,
  });

import { AsOf } from "@/app/as-of";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { fromPage, parseQuery } from "@/lib/query/parse";
import { NoSnapshot, openStore } from "@/lib/store/open";
import { yearsInView } from "@/lib/store/retrieval";

interface AsOfPageProps {
  params: Promise<{ path?: string[] }>;
  searchParams: PageProps<"/">["searchParams"];
}

/** The line about retrieval below the header, for the agencies and years of the address. */
export default async function AsOfPage({ params, searchParams }: AsOfPageProps) {
  const path = ((await params).path ?? []).map(decodeSegment);
  const { query } = parseQuery(fromPage(await searchParams));
  return (
    <SectionBoundary name="The retrieval date" inline>
      {async () => {
        try {
          const store = await openStore();
          return await AsOf({ store, query: await yearsInView(store, path, query) });
        } catch (error) {
          if (error instanceof NoSnapshot) return null; // the page reports it
          throw error;
        }
      }}
    </SectionBoundary>
  );
}

function decodeSegment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

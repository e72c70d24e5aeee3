import { AsOf } from "@/app/as-of";
import { Part } from "@/components/ui/part";
import { fromPage, parseQuery } from "@/lib/query/parse";
import { NoSnapshot, openStore } from "@/lib/store/open";

/** The quiet line of the header, of the agencies and the time that the address names. */
export default async function AsOfPage({ searchParams }: PageProps<"/">) {
  const { query } = parseQuery(fromPage(await searchParams));
  return (
    <Part name="When the records were retrieved" inline>
      {async () => {
        try {
          return await AsOf({ store: await openStore(), query });
        } catch (error) {
          if (error instanceof NoSnapshot) return null; // the page says so
          throw error;
        }
      }}
    </Part>
  );
}

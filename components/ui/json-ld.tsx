/** Facts about a page for machines (schema.org). Browsers run nothing of it, whatever the records say in it. */
export function JsonLd({ data }: { data: object }) {
  return (
    <script type="application/ld+json">
      {JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c")}
    </script>
  );
}

import { type Query, toSearchParams } from "@/lib/query/query";

/** What a form does not show, as hidden fields, so that submitting it loses no other choice. */
export function HiddenFields({ query }: { query: Query }) {
  return [...toSearchParams({ ...query, page: 1 })].map(([name, value]) => (
    <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
  ));
}

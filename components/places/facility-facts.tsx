import type { Route } from "next";
import { Examples, Phrases } from "@/components/brands/rule-facts";
import { Facts } from "@/components/figures/facts";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/contracts/days";
import { type FacilityRule, facilityLists, facilityTypes } from "@/lib/contracts/facilities";
import { lookUp } from "@/lib/contracts/look-up";
import { placeName } from "@/lib/contracts/places";
import { change, href, type Query } from "@/lib/query/query";

/** What ICE's lists say of a facility. */
export function FacilityFacts({ place, query }: { place: FacilityRule; query: Query }) {
  const { listed_as: names, city, state, type, first_listed: first, last_listed: last, note, slug } = place;
  const lists = `${facilityLists.count} lists, ${formatDay(facilityLists.first)} – ${formatDay(facilityLists.last)}`;
  return (
    <Facts
      facts={[
        {
          label: "On ICE’s lists as",
          value: names.length > 0 ? names.join("; ") : "On none of them",
          note: lists,
        },
        type.length > 0 && {
          label: "Type",
          value: type.map((label) => `${label}: ${lookUp(facilityTypes, label) ?? "as listed"}`).join("; "),
          note: type.length > 1 ? "The newest last." : undefined,
        },
        first !== "" && { label: "First listed", value: formatDay(first) },
        last !== "" && {
          label: "Last listed",
          value: formatDay(last),
          note: last === facilityLists.last ? "The newest of the lists." : undefined,
        },
        {
          label: "City",
          value: state ? (
            <>
              {city},{" "}
              <Link href={href("/contracts", change(query, { place: [state] }))}>{placeName(state)}</Link>
            </>
          ) : (
            city
          ),
        },
        note !== "" && { label: "Note", value: note },
        {
          label: "This place as JSON",
          isFile: true,
          value: (
            <a href={href(`/api/places/${slug}` as Route, query)}>Facility, sums and companies (JSON)</a>
          ),
        },
      ]}
    />
  );
}

/** The phrases by which descriptions name a facility. */
export function FacilityRuleFacts({ place }: { place: FacilityRule }) {
  return (
    <Facts
      facts={[
        place.phrases.length > 0 && {
          label: "A description names it with",
          value: <Phrases list={place.phrases} />,
          note: "Upper or lower case, never inside a longer word. A space also matches hyphens and slashes.",
        },
        place.ambiguous.length > 0 && {
          label: place.phrases.length > 0 ? "Or with" : "A description names it with",
          value: <Phrases list={place.ambiguous} />,
        },
        place.context.length > 0 && {
          label: "Where it also has",
          value: <Phrases list={place.context} />,
          note: "Anywhere in the same description.",
        },
        place.exclude.length > 0 && { label: "Not as part of", value: <Phrases list={place.exclude} /> },
        place.true.length > 0 && { label: "Names it", value: <Examples list={place.true} /> },
        place.false.length > 0 && { label: "Does not name it", value: <Examples list={place.false} /> },
        { label: "Reviewed on", value: formatDay(place.reviewed) },
      ]}
    />
  );
}

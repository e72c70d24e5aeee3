import { cache } from "react";
import { type LoadedNamed, loadNamed, NamedPage, NamingSentence, namedMetadata } from "@/app/named-page";
import { FacilityFacts, FacilityRuleFacts } from "@/components/places/facility-facts";
import { Joined } from "@/components/ui/joined";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/contracts/days";
import { agreementOf, type FacilityRule } from "@/lib/contracts/facilities";
import { counted, formatCount } from "@/lib/contracts/money";
import { placeName } from "@/lib/contracts/places";
import { agencyNames } from "@/lib/query/agency-names";
import { placePage } from "@/lib/query/pages";
import { totals } from "@/lib/store/contracts";
import { facilityContext, findFacility } from "@/lib/store/facilities";

type PlacePageProps = PageProps<"/places/[slug]">;

const findFacilityOnce = cache(findFacility);
const loadPlace = (props: PlacePageProps) => loadNamed("place", findFacilityOnce, props);

export const generateMetadata = (props: PlacePageProps) =>
  namedMetadata(loadPlace(props), ({ subject, query }) => ({
    title: `${subject.name}, named in the description of ${agencyNames(query)} awards`,
    what: ` by actions whose descriptions name ${subject.name}, ${whereIs(subject)},`,
  }));

const whereIs = ({ city, state }: FacilityRule) => (state ? `${city}, ${placeName(state)}` : city);

export default async function PlacePage(props: PlacePageProps) {
  const loaded = await loadPlace(props);
  const { subject: place, scope } = loaded;
  return (
    <NamedPage
      loaded={loaded}
      title={`${place.name}, named in descriptions`}
      lede={() => PlaceLede(loaded)}
      words={{
        figure: "that name it",
        chart: `whose descriptions name ${place.name}`,
        contract: "whose description names it",
        cited: `whose descriptions name ${place.name}, ${whereIs(place)}, by the rule at this address`,
      }}
      caption="name no place, or another"
      companies="No field of these records says who runs a facility."
      hasFindings={agreementOf(place) === null}
      none={{ caveat: ". Money under agreements between governments is mostly not in them." }}
      more={() => placeExtras(loaded)}
    >
      <Section
        id="listed"
        title="What ICE calls it"
        subtitle="From ICE’s own detention statistics. The days are those of lists, and not of opening or closing."
      >
        <FacilityFacts place={place} query={scope} />
      </Section>
      <Section
        id="left-out"
        title="What is not here"
        subtitle={
          <>
            Agreements between governments are not contracts: what is obligated under them is mostly not in
            these records. A description can leave out where the work is.{" "}
            <Link href="/method#left-out">What is left out</Link>
          </>
        }
      >
        {null}
      </Section>
      <Section
        id="rule"
        title="The rule"
        subtitle="What counts as naming it. The rule is a row of data/facilities.csv, and its examples run as tests."
      >
        <FacilityRuleFacts place={place} />
      </Section>
    </NamedPage>
  );
}

async function PlaceLede(loaded: LoadedNamed<FacilityRule>) {
  const { store, subject, query } = loaded;
  const { actions } = await totals(store, query);
  return (
    <>
      In {whereIs(subject)}. <Agreement place={subject} />
      <NamingSentence loaded={loaded} actions={actions} name="it" />. A mention does not say how much of the
      amount is for the facility.
    </>
  );
}

/** That most of a facility's money is not here, where ICE listed it last under an agreement between governments. */
function Agreement({ place }: { place: FacilityRule }) {
  const agreement = agreementOf(place);
  if (!agreement) return null;
  const { how, label, day } = agreement;
  return (
    <>
      ICE listed it {how} ({label}), as of {formatDay(day)}, and money under such agreements is{" "}
      <Link href="/method#left-out">mostly not in these records</Link>.{" "}
    </>
  );
}

const maxShared = 12;

/** What a facility's contracts come to beyond the actions that name it, and which facilities share these actions. */
async function placeExtras({ store, subject, query }: LoadedNamed) {
  const { whole_contracts: whole, shared_with: shared } = await facilityContext(store, query, subject.slug);
  return {
    contracts: (
      <>
        all their actions in these records, also those that name no place: <Money cents={whole.net} />
      </>
    ),
    remark: shared.length > 0 && (
      <p>
        Some of these descriptions name other facilities too, and their amounts are not split:{" "}
        <Joined
          parts={shared.slice(0, maxShared).map(({ slug, name, actions }) => (
            <span key={slug}>
              <Link href={placePage(slug, query)}>{name}</Link> ({counted(actions, "action")})
            </span>
          ))}
        />
        {shared.length > maxShared && ` and ${formatCount(shared.length - maxShared)} more`}.
      </p>
    ),
  };
}

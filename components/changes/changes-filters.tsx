import type { Route } from "next";

import { kindNames } from "@/components/changes/sentence";
import { Chip, Chips } from "@/components/ui/chip";
import { type ChangeKind, changeKinds } from "@/lib/contracts/changes";
import { formatCount } from "@/lib/contracts/money";
import { changeRequest } from "@/lib/query/changes";
import type { FilterText } from "@/lib/query/query-text";
import { type ChangesRequest, changesRequest } from "@/lib/query/requests";

const address = (request: ChangesRequest): Route => changesRequest.href("/changes", request);

/** The filters of the query as chips that remove them. Renders nothing if there are none. */
export function ChangesFilters({ request, words }: { request: ChangesRequest; words: FilterText[] }) {
  if (words.length === 0) return null;
  return (
    <Chips label="Filters">
      {words.map(({ name, label, value, removed }) => (
        <Chip
          key={`${name}=${value}`}
          href={address(changeRequest(request, { query: removed }))}
          text={`${label}: ${value}`}
          removes
        />
      ))}
    </Chips>
  );
}

/** The kinds of change with their counts, each linked to its list. */
export function KindChips({
  request,
  kinds,
}: {
  request: ChangesRequest;
  kinds: { kind: ChangeKind; entries: number }[];
}) {
  const counts = new Map(kinds.map(({ kind, entries }) => [kind, entries]));
  const offered = changeKinds.filter((kind) => counts.has(kind) || request.kind.includes(kind));
  if (offered.length === 0) return null;
  return (
    <Chips label="Kinds of change">
      <Chip
        href={address(changeRequest(request, { kind: [] }))}
        text="All kinds"
        current={request.kind.length === 0}
      />
      {offered.map((kind) => {
        const entries = counts.get(kind) ?? 0;
        const { one, many } = kindNames[kind];
        return (
          <Chip
            key={kind}
            href={address(changeRequest(request, { kind: [kind] }))}
            text={`${formatCount(entries)} ${entries === 1 ? one : many}`}
            current={request.kind.includes(kind)}
          />
        );
      })}
    </Chips>
  );
}

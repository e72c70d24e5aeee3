import { Facts } from "@/components/figures/facts";
import { Disclosure } from "@/components/ui/disclosure";
import { type ActionKind, actionKinds } from "@/lib/contracts/kinds";

/** A collapsed glossary of the action kinds that a contract has. */
export function KindMeanings({ actions }: { actions: { kind: ActionKind }[] }) {
  const here = new Set(actions.map(({ kind }) => kind));
  const kinds = (Object.keys(actionKinds) as ActionKind[]).filter((kind) => here.has(kind));
  return (
    <Disclosure title="What the kinds mean">
      <Facts facts={kinds.map((kind) => ({ label: kind, value: actionKinds[kind] }))} />
    </Disclosure>
  );
}

"use client";

import type { Route } from "next";
import { useEffect, useRef, useState } from "react";
import { ActionsTable } from "@/components/contract/actions-table";
import { type ContractAnswer, readAnswer } from "@/components/contract/contract-answer";
import { mentionRule } from "@/components/contract/mention-rule";
import { awardUrl } from "@/components/contract/official-record";
import { VehicleLink, vehicleNote } from "@/components/contract/vehicle-link";
import { Facts } from "@/components/figures/facts";
import { KeyFigures } from "@/components/ui/key-figures";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import { categoryRule } from "@/lib/contracts/categories";
import { formatDay } from "@/lib/contracts/days";
import { counted, formatCount } from "@/lib/contracts/money";
import { brandPage, companyPage, contractPage, officePage } from "@/lib/query/pages";
import { agencyName } from "@/lib/query/scope";

import styles from "./contract-brief.module.css";

interface ContractBriefProps {
  /** The key of the contract. */
  contract: string;
  /** The snapshot that addresses name. */
  snapshot: string | null;
  office: string | null;
  /** The action that is meant, among those of the contract. */
  modification: string | null;
}

type State = { address: string; answer: ContractAnswer | null; isFailed?: boolean };

/** A contract in short, loaded when it is asked for. What was shown before stays, greyed, until the next is there. */
export function ContractBrief({ contract, snapshot, office, modification }: ContractBriefProps) {
  const address = contractPage(contract, { snapshot });
  const [{ address: loaded, answer, isFailed }, setState] = useState<State>({ address: "", answer: null });
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    const stopping = new AbortController();
    load(address, stopping.signal).then(
      (found) => setState({ address, answer: found }),
      () => {
        if (!stopping.signal.aborted) setState({ address, answer: null, isFailed: true });
      },
    );
    return () => stopping.abort();
  }, [address, tries]);

  const isWaiting = loaded !== address;
  const said = useRef({ office, modification });
  if (!isWaiting) said.current = { office, modification };
  if (isFailed && !isWaiting) {
    return (
      <div role="alert" className={styles.failed}>
        <p>This contract could not be loaded. The list behind is as it was.</p>
        <p>
          <button
            type="button"
            onClick={() => {
              setState({ address: "", answer: null });
              setTries(tries + 1);
            }}
          >
            Try again
          </button>{" "}
          <a href={address}>Open its page</a>
        </p>
      </div>
    );
  }
  return (
    <div aria-busy={isWaiting} className={isWaiting ? styles.waiting : undefined}>
      {isWaiting && (
        <p role="status" className={answer ? "visually-hidden" : styles.loading}>
          Loading the contract…
        </p>
      )}
      {answer && <Brief {...answer} {...said.current} address={loaded} snapshot={snapshot} />}
    </div>
  );
}

async function load(address: string, signal: AbortSignal): Promise<ContractAnswer> {
  const response = await fetch(`/api${address}`, { signal });
  if (!response.ok) throw new Error(response.statusText);
  return readAnswer(await response.json());
}

function Brief({
  contract,
  actions,
  brands,
  siblings,
  address,
  snapshot,
  office,
  modification,
}: ContractAnswer & Omit<ContractBriefProps, "contract"> & { address: string }) {
  const { agency, company, psc, naics } = contract;
  const kept = { agency: [agency], grouped: "yes" as const, snapshot };
  const awardKey = actions.find((action) => action.contract_award_unique_key)?.contract_award_unique_key;
  const meant = actions.find((action) => action.modification_number === modification);
  return (
    <>
      {meant && (
        <section className={styles.meant} aria-label="This action">
          <p>
            Modification {meant.modification_number}, signed {formatDay(meant.action_date)}
          </p>
          <p className={styles.amount}>
            <Money cents={meant.federal_action_obligation} exact /> <small>obligated by the action</small>
          </p>
        </section>
      )}
      <p className={styles.description}>
        <RecordedText text={meant ? meant.transaction_description : contract.description} />
      </p>
      <div className={styles.figures}>
        <KeyFigures
          figures={[
            {
              label: "The contract in these records (net)",
              value: <Money cents={contract.in_records} exact />,
              note: contract.base_included
                ? "obligated by all its actions"
                : "obligated; earlier actions are not in these records",
            },
            { label: "Added", value: <Money cents={contract.added} exact /> },
            { label: "Taken back", value: <Money cents={contract.taken_back} exact /> },
          ]}
        />
      </div>
      <h3>{counted(actions.length, "action")}</h3>
      <ActionsTable contract={contract} actions={actions} marked={modification} />
      <h3 className={styles.heading}>What the record says</h3>
      <Facts
        facts={[
          {
            label: "Company",
            value: <Link href={companyPage(company.slug, kept)}>{company.name}</Link>,
            note: contract.recipient && `Recipient recorded as ${contract.recipient}.`,
          },
          {
            label: "Awarding office",
            value: <Link href={officePage(agency, contract.office, kept)}>{office ?? contract.office}</Link>,
            note: agencyName(agency),
          },
          { label: "Category", value: contract.category, note: `${categoryRule}.` },
          { label: "Product or service", value: psc && <RecordedText text={psc} /> },
          { label: "Industry (NAICS)", value: naics && <RecordedText text={naics} /> },
          {
            label: "Vehicle",
            value: <VehicleLink contract={contract} snapshot={snapshot} />,
            note:
              siblings > 0
                ? `${counted(siblings, "other order")} of the agency under it in these records.`
                : vehicleNote(contract.vehicle),
          },
          ...(contract.current_end === undefined
            ? []
            : [
                {
                  label: "Current end",
                  value: contract.current_end && formatDay(contract.current_end),
                  note: "As reported for the whole award.",
                },
              ]),
          ...(brands.length === 0
            ? []
            : [
                {
                  label: "Brands named in the descriptions",
                  value: brands.map(({ slug, name, actions: naming }, index) => (
                    <span key={slug}>
                      {index > 0 && "; "}
                      <Link href={brandPage(slug, kept)}>{name}</Link> in {formatCount(naming)} of{" "}
                      {counted(actions.length, "action")}
                    </span>
                  )),
                  note: `${mentionRule}.`,
                },
              ]),
        ]}
      />
      <p className={styles.ways}>
        <Link href={address as Route}>The contract’s page</Link>
        {awardKey && <a href={awardUrl(awardKey)}>Official record at USAspending.gov</a>}
        <a href={`/api${address}`}>JSON</a>
      </p>
    </>
  );
}

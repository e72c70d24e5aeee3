"use client";

import type { Route } from "next";
import { useEffect, useRef, useState } from "react";
import { ActionsTable } from "@/components/contract/actions-table";
import { VehicleLink, vehicleNote } from "@/components/contract/contract-facts";
import { type ContractResponse, readContractResponse } from "@/components/contract/contract-response";
import { mentionRule } from "@/components/contract/named-in-descriptions";
import { awardUrl } from "@/components/contract/official-record";
import { optionFact } from "@/components/contract/option-fact";
import { Facts } from "@/components/figures/facts";
import { KeyFigures } from "@/components/ui/key-figures";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { RecipientName } from "@/components/ui/recipient-name";
import { RecordedText } from "@/components/ui/recorded-text";
import { categoryRule } from "@/lib/contracts/categories";
import { codeTitle } from "@/lib/contracts/code-titles";
import { formatDay } from "@/lib/contracts/days";
import { counted, formatCount } from "@/lib/contracts/money";
import { agencyName } from "@/lib/query/agency-names";
import { brandPage, companyPage, contractPage, officePage } from "@/lib/query/pages";

import styles from "./contract-brief.module.css";

interface ContractBriefProps {
  contract: string;
  snapshot: string | null;
  office: string | null;
  modification: string | null;
}

type LoadState = { address: string; response: ContractResponse | null; isFailed?: boolean };

/** A short version of a contract's page, loaded on demand. The previous contract stays, dimmed, until the next is loaded. */
export function ContractBrief({ contract, snapshot, office, modification }: ContractBriefProps) {
  const address = contractPage(contract, { snapshot });
  const [{ address: loaded, response, isFailed }, setState] = useState<LoadState>({
    address: "",
    response: null,
  });
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try loads again
  useEffect(() => {
    const controller = new AbortController();
    load(address, controller.signal).then(
      (loadedContract) => setState({ address, response: loadedContract }),
      () => {
        if (!controller.signal.aborted) setState({ address, response: null, isFailed: true });
      },
    );
    return () => controller.abort();
  }, [address, tries]);

  const isWaiting = loaded !== address;
  const shown = useRef({ office, modification });
  if (!isWaiting) shown.current = { office, modification };
  if (isFailed && !isWaiting) {
    return (
      <div role="alert" className={styles.failed}>
        <p>We could not load this contract. The list is unchanged.</p>
        <p>
          <button
            type="button"
            onClick={() => {
              setState({ address: "", response: null });
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
        <p role="status" className={response ? "visually-hidden" : styles.loading}>
          Loading the contract…
        </p>
      )}
      {response && <Brief {...response} {...shown.current} address={loaded} snapshot={snapshot} />}
    </div>
  );
}

async function load(address: string, signal: AbortSignal): Promise<ContractResponse> {
  const response = await fetch(`/api${address}`, { signal });
  if (!response.ok) throw new Error(response.statusText);
  return readContractResponse(await response.json());
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
}: ContractResponse & Omit<ContractBriefProps, "contract"> & { address: string }) {
  const { agency, company, psc, naics } = contract;
  const scope = { agency: [agency], grouped: "yes" as const, snapshot };
  const awardKey = actions.find((action) => action.contract_award_unique_key)?.contract_award_unique_key;
  const purpose = contract.purpose ?? contract.description;
  const action = actions.find((action) => action.modification_number === modification);
  return (
    <>
      {action && (
        <section className={styles.action} aria-label="This action">
          <p>
            Modification {action.modification_number}, signed {formatDay(action.action_date)}
          </p>
          <p className={styles.amount}>
            <Money cents={action.federal_action_obligation} exact /> <small>obligated by the action</small>
          </p>
        </section>
      )}
      <p className={styles.description}>
        <RecordedText text={action ? action.transaction_description : purpose} />
      </p>
      {!action && contract.description !== null && contract.description !== purpose && (
        <p className={styles.latest}>
          Latest action: <RecordedText text={contract.description} />
        </p>
      )}
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
            value: <Link href={companyPage(company.slug, scope)}>{company.name}</Link>,
            note: contract.recipient && (
              <>
                Recipient: <RecipientName name={contract.recipient} />
              </>
            ),
          },
          {
            label: "Awarding office",
            value: <Link href={officePage(agency, contract.office, scope)}>{office ?? contract.office}</Link>,
            note: agencyName(agency),
          },
          { label: "Category", value: contract.category, note: `${categoryRule}.` },
          { label: "Product or service", value: psc && codeTitle(psc) },
          { label: "Industry (NAICS)", value: naics && codeTitle(naics) },
          {
            label: "Vehicle",
            value: <VehicleLink contract={contract} snapshot={snapshot} />,
            note:
              siblings > 0
                ? `${counted(siblings, "other order")} of the agency under it in these records.`
                : vehicleNote(contract.vehicle),
          },
          contract.current_end !== undefined && {
            label: "Current end",
            value: contract.current_end && formatDay(contract.current_end),
            note: "As reported for the whole award.",
          },
          optionFact(contract),
          brands.length > 0 && {
            label: "Brands named in the descriptions",
            value: brands.map(({ slug, name, actions: matching }, index) => (
              <span key={slug}>
                {index > 0 && "; "}
                <Link href={brandPage(slug, scope)}>{name}</Link> in {formatCount(matching)} of{" "}
                {counted(actions.length, "action")}
              </span>
            )),
            note: `${mentionRule}.`,
          },
        ]}
      />
      <p className={styles.links}>
        <Link href={address as Route}>The contract’s page</Link>
        {awardKey && <a href={awardUrl(awardKey)}>Official record at USAspending.gov</a>}
        <a href={`/api${address}`}>JSON</a>
      </p>
    </>
  );
}

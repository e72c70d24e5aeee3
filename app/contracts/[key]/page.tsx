import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ContractView, SummaryView } from "@/app/contracts/[key]/contract-view";
import { readPage } from "@/app/read-page";
import { stepDaysOf } from "@/components/charts/running";
import { ContractChoices } from "@/components/contract/contract-choices";
import { ParameterNotice } from "@/components/ui/notice";
import { formatDay, washingtonDay } from "@/lib/contracts/days";
import { counted } from "@/lib/contracts/money";
import { readableName } from "@/lib/contracts/recorded-name";
import { netText } from "@/lib/contracts/text";
import { runningFinding } from "@/lib/findings/contract";
import { contractPictureRequest } from "@/lib/http/groups";
import { pageMetadata } from "@/lib/http/page-metadata";
import { agencyName } from "@/lib/query/agency-names";
import { contractPage } from "@/lib/query/pages";
import { contractPageRequest } from "@/lib/query/requests";
import { findContract } from "@/lib/store/contract";
import { codeNames } from "@/lib/store/facets";

type ContractPageProps = PageProps<"/contracts/[key]">;

const findContractOnce = cache(findContract);

async function loadContract({ params, searchParams }: ContractPageProps) {
  const { key: text } = await params;
  const page = await readPage(contractPageRequest, searchParams);
  const key = decodeKey(text);
  return { ...page, found: key === null ? null : await findContractOnce(page.store, key) };
}

function decodeKey(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

export async function generateMetadata(props: ContractPageProps): Promise<Metadata> {
  return pageMetadata(async () => {
    const { found, request } = await loadContract(props);
    const { query } = request;
    if (!found) notFound();
    if ("choices" in found) {
      const piid = found.choices[0]?.piid ?? "";
      return {
        title: `Contracts with the PIID ${piid}`,
        description: `${counted(found.choices.length, "contract")} in these records have the PIID ${piid}.`,
        address: contractPage(piid, query),
      };
    }
    if ("summary" in found) {
      const { key: own, piid, company } = found.summary;
      return {
        title: `${piid}, ${company.name}`,
        description: `Contract ${piid} is known only from an award summary: none of its actions is in these records.`,
        address: contractPage(own, query),
      };
    }
    const { key: own, piid, company, agency, recipient, in_records, ...contract } = found.contract;
    const seen = runningFinding({
      who: agencyName(agency),
      company: company.name,
      days: stepDaysOf(found.actions),
      begins: contract.base_included,
    });
    return {
      title: `${piid}, ${company.name}`,
      description: `${netText(in_records)} by ${agencyName(agency)} ${in_records < 0 ? "on an award to" : "to"} ${recipient ? readableName(recipient) : company.name} on contract ${piid} in these records, in ${counted(contract.actions, "action")} signed from ${formatDay(contract.first_action)}, through ${formatDay(contract.last_action)}.`,
      address: contractPage(own, query),
      shared: seen ?? undefined,
      picture: contractPictureRequest.href("/contract.png", {
        query,
        key: own,
        format: null,
        shape: null,
        theme: "light",
      }),
    };
  });
}

export default async function ContractPage(props: ContractPageProps) {
  const { key } = await props.params;
  const { store, found, request, problems } = await loadContract(props);
  if (!found) notFound();
  const here = contractPageRequest.href(`/contracts/${key}` as Route, request);
  const notice = <ParameterNotice store={store} problems={problems} without={here} />;
  if ("choices" in found) {
    return (
      <>
        {notice}
        <ContractChoices
          piid={found.choices[0]?.piid ?? ""}
          choices={found.choices}
          agencies={codeNames(store).agency}
          snapshot={store.named}
        />
      </>
    );
  }
  const shared = { store, notice, page: here, today: washingtonDay(new Date()) };
  return "summary" in found ? (
    <SummaryView {...shared} {...found} />
  ) : (
    <ContractView {...shared} {...found} />
  );
}

import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import { type AddressParams } from "@/components/tables";
import { InsetText, Page } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatList, inSentence } from "@/lib/format";
import { areaHref, areaKindFromAddress } from "@/lib/organisations/area-address";
import { areaKindsInWords } from "@/lib/organisations/area-label";
import { areaFacts } from "@/lib/reports/beside/area-facts";
import { peerChoices } from "@/lib/reports/beside/peer-choices";
import { usualFacts } from "@/lib/reports/beside/peers";
import { areaSeenBy } from "@/lib/reports/queries";
import { currentUser, recent } from "@/lib/web/session";
import { FactsForm } from "./facts-form";
import { PeerTable } from "./peer-table";

/** The areas to compare an area with: those most like it by chosen facts, and its neighbours. */
export default async function PeersPage(props: {
  params: Promise<{ kind: string; code: string }>;
  searchParams: Promise<AddressParams>;
}) {
  const user = await currentUser();
  const { kind, code } = await props.params;
  const params = await props.searchParams;
  const areaKind = areaKindFromAddress(kind);
  const area = areaKind && (await areaSeenBy(user, areaKind, code));
  if (!area) notFound();
  const asked = [params.by ?? []].flat();
  const chosen = areaFacts.flatMap(({ key }) => (asked.includes(key) ? [key] : []));
  const problem = params.facts !== undefined && chosen.length === 0 ? "Choose at least one fact" : undefined;
  const by = chosen.length > 0 ? chosen : usualFacts;
  const { own, peers, neighbours, noBoundaries } = await recent(() => peerChoices(user, area, by, now()));
  const kinds = areaKindsInWords[area.kind].replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  const facts = formatList(areaFacts.filter(({ key }) => by.includes(key)).map(({ label }) => inSentence(label)));
  const path = areaHref(area);
  const tables = { area, own, collection: params.collection };
  return (
    <Page
      heading="Areas to compare with"
      caption={area.name}
      trail={[{ label: area.name, href: path }]}
      width="full"
      problems={problem === undefined ? [] : [{ field: "by", message: problem }]}
    >
      <HowTo of="peers" />
      {area.kind === "country" ? (
        <InsetText>No other area is like the whole of England. Compare its regions instead.</InsetText>
      ) : (
        <>
          <FactsForm
            path={`${path}/peers`}
            by={problem === undefined ? by : []}
            problem={problem}
            collection={params.collection}
          />
          {peers.length === 0 ? (
            <InsetText>
              There are no {kinds} to compare {area.name} with.
            </InsetText>
          ) : (
            <PeerTable
              {...tables}
              id="peers"
              title={`Most like ${area.name}`}
              areas={peers}
              about={`The ${kinds} that are most like ${area.name} by ${facts}, nearest first. The facts come from CQC’s register today. They all count equally: we compare each difference with how much ${kinds} differ in general.`}
            />
          )}
          {neighbours.length > 0 && (
            <PeerTable
              {...tables}
              id="neighbours"
              title="Neighbours"
              areas={neighbours}
              about={`The ${kinds} that share a border with ${area.name}.`}
            />
          )}
          {neighbours.length === 0 && (
            <p>
              {noBoundaries
                ? `We cannot say which ${kinds} border on ${area.name}, because no boundaries have been imported.`
                : `No ${kinds} share a border with ${area.name}.`}
            </p>
          )}
        </>
      )}
      <p className="nhsuk-body-s">
        Contains CQC information licensed under the Open Government Licence v3.0. Boundaries: Office for National
        Statistics, licensed under the Open Government Licence v3.0.
      </p>
    </Page>
  );
}

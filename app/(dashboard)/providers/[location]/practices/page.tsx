import { HowTo } from "@/app/shell/how-to/how-to";
import { ListSearchForm } from "@/components/tables";
import { ActionForm, DoneHere, HiddenField, SubmitButton } from "@/components/ui";
import { now } from "@/lib/clock";
import { locationSearch } from "@/lib/locations/search-queries";
import { linkedPractices } from "@/lib/records/linked-practices";
import { currentUser } from "@/lib/web/session";
import { addPractice, dropPractice } from "@/app/(dashboard)/providers/[location]/actions";
import { locationAt, type RecordParams } from "@/app/(dashboard)/providers/[location]/address";
import { EditPage, placeToEdit } from "@/app/(dashboard)/providers/[location]/edit-page";

/** The general practices of a location: those linked, and a search among all there are. */
export default async function PracticesPage(props: {
  params: RecordParams;
  searchParams: Promise<{ words?: string | string[]; saved?: string | string[] }>;
}) {
  const user = await currentUser();
  const place = await placeToEdit(user, await locationAt(props.params), now());
  const asked = await props.searchParams;
  const words = [asked.words ?? ""].flat()[0]?.slice(0, 200) ?? "";
  const [linked, sought] = await Promise.all([
    linkedPractices(place),
    words.trim() ? locationSearch(words, ["gp"], 20) : null,
  ]);
  const has = new Set(linked.map(({ practiceId }) => practiceId));
  const press = (practice: number, name: string, words: "Add" | "Remove") => (
    <ActionForm action={words === "Add" ? addPractice : dropPractice} id={`${words}-${practice}`}>
      <HiddenField name="location" value={place.id} />
      <HiddenField name="practice" value={practice} />
      <SubmitButton look="secondary" small pending="Saving…">
        {words}
        <span className="nhsuk-u-visually-hidden"> {name}</span>
      </SubmitButton>
    </ActionForm>
  );
  return (
    <EditPage place={place} heading="Linked GP practices" section="practices">
      <HowTo of="practices" />
      {asked.saved !== undefined && <DoneHere>Your changes are saved.</DoneHere>}
      <h2 className="nhsuk-heading-m">Linked now</h2>
      {linked.length === 0 && <p>No GP practices are linked yet.</p>}
      <ul className="nhsuk-list">
        {linked.map(({ practiceId, name, address, closed }) => (
          <li key={practiceId} className="ct-record__note">
            <strong>{closed ? `${name} (closed)` : name}</strong>
            <span className="nhsuk-body-s block">{address}</span>
            {press(practiceId, name, "Remove")}
          </li>
        ))}
      </ul>
      <h2 className="nhsuk-heading-m">Add a practice</h2>
      <ListSearchForm
        path={`/providers/${place.id}/practices`}
        press="Search"
        sought={{ label: "Name or postcode of the practice", value: words }}
      />
      {sought && sought.found.length === 0 && (
        <p role="status">
          {sought.by === "short"
            ? "Enter at least 2 letters of a name, or a postcode."
            : "No practice matches. Check the spelling, or search by its postcode."}
        </p>
      )}
      <ul className="nhsuk-list">
        {sought?.found.map(({ id, name, address, postcode }) => (
          <li key={id} className="ct-record__note">
            <strong>{name}</strong>
            <span className="nhsuk-body-s block">
              {address}, {postcode}
            </span>
            {has.has(id) ? "Linked already" : press(id, name, "Add")}
          </li>
        ))}
      </ul>
      {sought?.more && <p>There are more. Enter more of the name, or its postcode.</p>}
    </EditPage>
  );
}

import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { addressWith, type AddressParams } from "@/components/tables";
import { ContentsList, Page } from "@/components/ui";
import { now } from "@/lib/clock";
import { areas } from "@/lib/organisations/queries";
import { askableBy, askablePlaces, type PlaceSearched } from "@/lib/people/askable-places";
import { currentUser } from "@/lib/web/session";
import { areasToAsk } from "./areas-to-ask";
import { AskForm } from "./ask-form";

const ways: { by: PlaceSearched["by"]; label: string }[] = [
  { by: "postcode", label: "By postcode or name" },
  { by: "local_authority", label: "By local authority" },
  { by: "sub_icb", label: "By Sub ICB" },
];
const path = "/accounts/access/ask";

/** Asks for more access: to locations found by postcode, council or Sub ICB, or to an area of one's own kind. */
export default async function AskPage(props: { searchParams: Promise<AddressParams> }) {
  const user = await currentUser();
  const askable = askableBy(user);
  if (askable === null) notFound();
  const params = await props.searchParams;
  return (
    <Page heading="Ask for more access" back={{ href: "/accounts/access", label: "My access" }}>
      <HowTo of="ask-for-access" />
      <p>Each request goes to the approver for that place, or to the support team if it has no approver.</p>
      {askable === "locations"
        ? await locations(user, params)
        : await areasToAsk(user, askable, path, [params.words].flat()[0]?.slice(0, 200) ?? "")}
    </Page>
  );
}

const nothingYet = { places: [], more: false, nearby: false, tooShort: false };

/** Awaited by the page, not drawn by it: a part that comes later would put its "Error: " after the page's own title. */
async function locations(user: Awaited<ReturnType<typeof currentUser>>, params: AddressParams) {
  const looking = lookingIn(params);
  const looked = looking.by === "postcode" ? looking.words.trim() !== "" : looking.areaId !== null;
  const { places, more, nearby, tooShort } = looked ? await askablePlaces(user, looking) : nothingYet;
  const all = params.all === "yes";
  return (
    <>
      <ContentsList
        pages={ways.map(({ by, label }) => ({ label, href: `${path}?by=${by}`, current: by === looking.by }))}
      />
      {await lookForm(looking)}
      {looked && places.length === 0 && (
        <p role="status">
          {tooShort
            ? "Type at least 2 letters of a name, company or town, or a postcode."
            : "We could not find a registered place. Check what you typed, or search by local authority. You cannot ask for access to a place that is not registered yet."}
        </p>
      )}
      {places.length > 0 && (
        <>
          <p role="status">
            {nearby &&
              `Nothing is registered at “${looking.words.trim()}” itself. Nearest first, in the same district: `}
            {places.length} {places.length === 1 ? "place" : "places"} found
            {more && ", and there are more"}.{" "}
            <a href={addressWith(path, params, { all: "yes", page: looking.page })}>Select all</a> or{" "}
            <a href={addressWith(path, params, { all: null, page: looking.page })}>none</a>
          </p>
          <AskForm
            key={String(all)}
            name="location"
            legend="Which locations?"
            choices={places.map((place) => ({
              value: String(place.id),
              label: place.name,
              hint: `${place.provider}, ${place.address}, ${place.postcode}`,
              already: place.already,
            }))}
            all={all}
          />
        </>
      )}
      {looking.by !== "postcode" && (more || looking.page > 1) && (
        <p>
          {looking.page > 1 && (
            <Link href={addressWith(path, params, { page: looking.page - 1, all: null })}>Earlier places</Link>
          )}{" "}
          {more && <Link href={addressWith(path, params, { page: looking.page + 1, all: null })}>More places</Link>}
        </p>
      )}
    </>
  );
}

function lookingIn(params: AddressParams): PlaceSearched {
  const one = (name: string) => [params[name]].flat()[0] ?? "";
  const by = ways.find((way) => way.by === one("by"))?.by ?? "postcode";
  const area = Number(one("area"));
  const page = Math.min(Math.max(1, Math.trunc(Number(one("page"))) || 1), 1000);
  return { by, words: one("words").slice(0, 200), areaId: Number.isInteger(area) && area > 0 ? area : null, page };
}

async function lookForm(looking: PlaceSearched) {
  const { by } = looking;
  return (
    <form method="get" action={path} role="search">
      <input type="hidden" name="by" value={by} />
      {by !== "postcode" && (
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor="area">
            {by === "sub_icb" ? "Sub ICB" : "Local authority"}
          </label>
          <select className="nhsuk-select" id="area" name="area" defaultValue={looking.areaId ?? ""}>
            <option value="">Choose one</option>
            {(await areas(by, now())).map((area) => (
              <option key={area.id} value={area.id}>
                {area.label}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="words">
          {by === "postcode"
            ? "Postcode, name, company or town"
            : "Part of the name, company, town or postcode (optional)"}
        </label>
        <input
          className="nhsuk-input nhsuk-input--width-20"
          id="words"
          name="words"
          type="search"
          defaultValue={looking.words}
        />
      </div>
      <button className="nhsuk-button nhsuk-button--secondary" type="submit">
        Find places
      </button>
    </form>
  );
}

import { ListTable, readTableAddress, type AddressParams } from "@/components/tables";
import { EmptyState } from "@/components/ui";
import type { User } from "@/lib/access/user";
import { people, peopleShown } from "@/lib/people/queries";
import { filtersOf } from "./address";
import { columnsFor, sortable } from "./columns";
import { showLabels } from "./words";

/** Search, filter and the list itself; all of it is held by the address. */
export async function PeopleList(props: { user: User; path: string; params: AddressParams; time: Date }) {
  const { user, path, params, time } = props;
  const place = readTableAddress(params, sortable, { sort: { by: "name", direction: "ascending" } });
  const { words, show } = filtersOf(params);
  const { by, direction } = place.sort;
  const list = await people(
    user,
    { words, show },
    { by, descending: direction === "descending", page: place.page, size: place.size },
    time,
  );
  const download = (format: string) => {
    const query = new URLSearchParams({ format, words, show, sort: by, direction });
    return `/accounts/people/download?${query.toString()}`;
  };
  return (
    <>
      <Search path={path} words={words} show={show} />
      <ListTable
        caption={showLabels[show]}
        of={["person", "people"]}
        columns={columnsFor(user, time)}
        rows={list.rows}
        rowKey={(row) => String(row.id)}
        total={list.total}
        path={path}
        params={params}
        place={place}
        filters={[
          ...(words ? [{ label: `“${words}”`, without: { words: null } }] : []),
          ...(show === "all" ? [] : [{ label: showLabels[show], without: { show: null } }]),
        ]}
        exports={[
          { label: "Download as CSV", href: download("csv") },
          { label: "Download as Excel", href: download("xlsx") },
        ]}
        empty={<EmptyState heading="Nobody matches">Try fewer words, or show everybody with access.</EmptyState>}
      />
    </>
  );
}

function Search({ path, words, show }: { path: string; words: string; show: string }) {
  return (
    <form method="get" action={path} className="ct-no-print flex flex-wrap items-end gap-4" role="search">
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="words">
          Name, email address, job or place
        </label>
        <input
          className="nhsuk-input nhsuk-input--width-20"
          id="words"
          name="words"
          type="search"
          defaultValue={words}
        />
      </div>
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="show">
          Show
        </label>
        <select className="nhsuk-select" id="show" name="show" defaultValue={show}>
          {peopleShown.map((value) => (
            <option key={value} value={value}>
              {showLabels[value]}
            </option>
          ))}
        </select>
      </div>
      <div className="nhsuk-form-group">
        <button className="nhsuk-button nhsuk-button--secondary nhsuk-u-margin-bottom-0" type="submit">
          Show people
        </button>
      </div>
    </form>
  );
}

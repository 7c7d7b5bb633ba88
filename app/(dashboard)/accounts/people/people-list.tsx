import { ListTable, readTableAddress, ListSearchForm, type AddressParams } from "@/components/tables";
import { EmptyState } from "@/components/ui";
import type { User } from "@/lib/access/user";
import { mostInFile, people } from "@/lib/people/queries";
import { filtersOf } from "./address";
import { peopleColumns, sortablePeopleColumns } from "./columns";
import { cutOffNote, showLabels } from "./words";

/** Search, filter and the list itself; all of it is held by the address. */
export async function PeopleList(props: { user: User; path: string; params: AddressParams; time: Date }) {
  const { user, path, params, time } = props;
  const place = readTableAddress(params, sortablePeopleColumns, { sort: { by: "name", direction: "ascending" } });
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
      <ListSearchForm
        path={path}
        press="Show people"
        sought={{ label: "Name, email address, job title or location", value: words }}
        chosen={{ name: "show", label: "Show", value: show, choices: showLabels }}
      />
      {list.total > mostInFile && <p>{cutOffNote(list.total)}</p>}
      <ListTable
        caption={showLabels[show]}
        of={["person", "people"]}
        columns={peopleColumns(user, time)}
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
        empty={
          <EmptyState heading="No one matches your search">Try fewer words, or show everyone with access.</EmptyState>
        }
      />
    </>
  );
}

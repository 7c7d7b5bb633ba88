import { ListSearchForm } from "@/components/tables";

/** Finds places to give: by GET, so that it works everywhere and can be gone back to. */
export const PlaceSearch = ({ path, words }: { path: string; words: string }) => (
  <ListSearchForm
    path={path}
    press="Find"
    sought={{ label: "Find a place", hint: "Name, postcode, or CQC, ODS or ONS code", value: words }}
  />
);

import { ListSearchForm } from "@/components/tables";

/** Finds places to give access to. It is sent by GET, so that it works everywhere and Back leads to it. */
export const PlaceSearch = ({ path, words }: { path: string; words: string }) => (
  <ListSearchForm
    path={path}
    press="Find"
    sought={{ label: "Find a place", hint: "Name, postcode, or CQC, ODS or ONS code", value: words }}
  />
);

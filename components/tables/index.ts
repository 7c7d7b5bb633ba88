export { addressWith, idOf, PAGE_SIZES, readTableAddress, type AddressParams, type TableAddress } from "./address";
export { ListTable } from "./list-table";
export { ListSearchForm } from "./list-search-form";

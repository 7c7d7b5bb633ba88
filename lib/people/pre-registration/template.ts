import { workbook } from "@/lib/sheets/write-xlsx";
import { managerColumns } from "./columns";

const guide = [
  [
    "Use one row for each manager and location. If someone manages several locations, use a row for each with the same email address.",
  ],
  [
    "CQC location ID: as CQC writes it, such as 1-1234567890. The column is text: do not let Excel turn it into a number.",
  ],
  ["Location name: helps you check. You can leave it empty."],
  ["Registered manager: first name and surname."],
  ["Email address: their own, at their organisation. Login details go there."],
  ["Telephone number: if you leave it empty, we use the number in the register."],
  ["Job title: if you leave it empty, we use Registered Manager."],
  ["Nothing happens until you have seen what each line will do and confirmed it."],
];

/** The spreadsheet to fill in, with the headings, wide columns and a sheet that explains them. */
export const preRegistrationTemplate = (): Buffer =>
  workbook([
    { name: "Managers", headings: Object.values(managerColumns), rows: [], widths: [22, 35, 30, 38, 20, 25] },
    { name: "How to fill it in", headings: ["How to fill it in"], rows: guide, widths: [110] },
  ]);

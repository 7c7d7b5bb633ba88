import type { User } from "@/lib/access/user";
import { markedInThread } from "@/lib/sheets/patch/marked-in-thread";
import { columnName } from "@/lib/sheets/template/xml-text";
import { workbookFile, workbookOf } from "./queries";

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * Someone's own file back, for its sender alone: the faulty cells are coloured and have a note, and a sheet lists what to
 * do. Null where there is nothing to mark: the file is gone, is a CSV, was not read, or has no problems.
 */
export async function correctedFile(
  user: User,
  id: number,
  now: Date,
): Promise<{ name: string; bytes: Uint8Array } | null> {
  const [sent, file] = await Promise.all([workbookOf(user, id, now), workbookFile(user, id, now)]);
  const problems = (sent?.review?.kinds ?? []).filter(({ warning }) => !warning);
  if (!file || !isZip(file.bytes) || problems.length === 0) return null;
  const each = problems.flatMap(({ message, help = "", at }) =>
    at.map((place) => ({ ...place, help, message: place.message ?? message })),
  );
  const marks = each.map(({ sheet, line, at = 1, message }) => ({ sheet, line, column: at, message }));
  const toDo = each.map(({ sheet, line, at = 1, message, help, location = "" }) => ({
    ...{ message, help, sheet, location },
    cell: `${columnName(at)}${line}`,
  }));
  return {
    name: file.name.replace(/(?:\.xlsx)?$/i, " to put right.xlsx"),
    bytes: await markedInThread({ bytes: file.bytes, marks, toDo }),
  };
}

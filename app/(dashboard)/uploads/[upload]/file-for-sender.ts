import { idOf } from "@/components/tables";
import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { now } from "@/lib/clock";
import { download, fileAnswer } from "@/lib/web/download";

type FileOf = (user: User, id: number, now: Date) => Promise<{ name: string; bytes: Uint8Array } | null>;

/** Answers with a file of a workbook to its sender alone; for anyone else it is not found. */
export const fileForSender = (fileOf: FileOf) =>
  download<{ upload: string }, number>({
    find: ({ user, params }) => can(user, "send a workbook") && idOf(params.upload),
    send: async (id, { user }) => {
      const file = await fileOf(user, id, now());
      return file && fileAnswer(new Uint8Array(file.bytes), "application/octet-stream", file.name);
    },
  });

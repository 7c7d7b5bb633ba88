import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { uploadKinds, type UploadKind } from "./kinds";

/**
 * Throws Forbidden if this person may not act on an uploaded file of its kind; answers with what the audit calls it. If
 * the file is not there, the command that acts on it says so.
 */
export async function allowUpload(user: User, id: number): Promise<string> {
  const upload = await db.importUpload.findUnique({ where: { id }, select: { kind: true } });
  const { act, name } = uploadKinds[(upload?.kind ?? "register") as UploadKind];
  allow(user, act);
  return name;
}

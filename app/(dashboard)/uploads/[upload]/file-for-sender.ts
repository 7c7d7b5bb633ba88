import { notFound } from "next/navigation";
import { idOf } from "@/components/tables";
import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { now } from "@/lib/clock";
import { currentUser } from "@/lib/web/session";

type FileOf = (user: User, id: number, now: Date) => Promise<{ name: string; bytes: Uint8Array } | null>;

/** Answers with a file of a workbook to its sender alone; for anyone else it is not found. */
export const fileForSender =
  (fileOf: FileOf) =>
  async (_: Request, props: { params: Promise<{ upload: string }> }): Promise<Response> => {
    const user = await currentUser();
    const id = idOf((await props.params).upload);
    const file = id === null || !can(user, "send a workbook") ? null : await fileOf(user, id, now());
    if (!file) notFound();
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": `attachment; filename="${file.name.replace(/[^\w.() -]/g, "_")}"`,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
      },
    });
  };

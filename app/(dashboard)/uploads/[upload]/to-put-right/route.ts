import { notFound } from "next/navigation";
import { idOf } from "@/components/tables";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { currentUser } from "@/lib/web/session";
import { correctedFile } from "@/lib/workbook/corrected-file";

/** A workbook back to its sender, with what to put right marked in it. */
export async function GET(_: Request, props: { params: Promise<{ upload: string }> }): Promise<Response> {
  const user = await currentUser();
  const id = idOf((await props.params).upload);
  const file = id === null || !can(user, "send a workbook") ? null : await correctedFile(user, id, now());
  if (!file) notFound();
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="${file.name.replace(/[^\w.() -]/g, "_")}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

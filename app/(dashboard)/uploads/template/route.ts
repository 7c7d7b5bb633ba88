import { notFound } from "next/navigation";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { workbookType } from "@/lib/sheets/write-xlsx";
import { limited } from "@/lib/web/rate-limit";
import { currentUser } from "@/lib/web/session";
import { workbookTemplate } from "@/lib/workbook/template";

/** The workbook of this person and this month. */
export async function GET(): Promise<Response> {
  const user = await currentUser();
  if (!can(user, "send a workbook")) notFound();
  const tooOften = await limited("export", `account:${user.id}`);
  if (tooOften) return new Response(tooOften.message, { status: 429 });
  const { name, bytes } = await workbookTemplate(user, now());
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": workbookType,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

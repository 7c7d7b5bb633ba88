import { preRegistrationTemplate } from "@/lib/people/pre-registration/template";
import { supportUser } from "@/lib/web/session";
import { workbookType } from "@/lib/sheets/write-xlsx";

/** The spreadsheet to fill in. */
export async function GET(): Promise<Response> {
  await supportUser();
  return new Response(new Uint8Array(preRegistrationTemplate()), {
    headers: {
      "Content-Type": workbookType,
      "Content-Disposition": 'attachment; filename="managers-to-register.xlsx"',
      "Cache-Control": "private, no-store",
    },
  });
}

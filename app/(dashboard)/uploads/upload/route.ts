import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { keepWorkbook } from "@/lib/workbook/keep-workbook";
import { leadsToForm, takesFile } from "@/app/shell/takes-file";

/** Takes a workbook. Without the tick it is kept too, and its page asks for the tick. */
export const POST = takesFile({
  form: "/uploads",
  may: (user) => can(user, "send a workbook"),
  mostBytes: () => env().WORKBOOK_MEGABYTES * 1_000_000,
  keep: async (user, received) => {
    if (received.tooLarge) return "/uploads?wrong=large";
    const agreed = received.fields.get("agreed") === "yes";
    const kept = await keepWorkbook(user, { file: received, agreed }, now());
    return kept.ok ? `/uploads/${kept.value.id}${agreed ? "" : "?wrong=agreed"}` : "/uploads?wrong=file";
  },
});

export const GET = leadsToForm("/uploads");

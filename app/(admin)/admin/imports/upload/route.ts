import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { keepUpload } from "@/lib/uploads/keep-upload";
import { leadsToForm, takesFile } from "@/app/shell/takes-file";
import { isRegister } from "@/app/(admin)/admin/imports/labels";

const form = "/admin/imports/new";

/** Takes a register file. If it is refused, its form comes back with what was chosen and what was wrong. */
export const POST = takesFile({
  form,
  may: (user) => can(user, "import registers"),
  mostBytes: () => env().UPLOAD_MEGABYTES * 1_000_000,
  keep: async (user, received) => {
    const register = received.fields.get("register") ?? "";
    const full = received.fields.get("full") === "yes";
    const typed = new URLSearchParams({ register, ...(full && { full: "yes" }) });
    const again = (...wrong: string[]) => `${form}?wrong=${wrong.join(".")}&${typed}`;
    const wrong = received.tooLarge ? ["large"] : received.bytes === 0 ? ["file"] : [];
    if (!isRegister(register)) return again("register", ...wrong);
    if (wrong.length > 0) return again(...wrong);
    const kept = await keepUpload(user, { register, full, file: received }, now());
    return kept.ok ? `/admin/imports/uploads/${kept.value.id}` : again("file");
  },
});

export const GET = leadsToForm(form);

"use server";
import { z } from "zod";
import { done } from "@/lib/outcome";
import { formAction } from "@/lib/web/action";
import { setPolicyStatement } from "@/lib/workbook/statement";

/** Saves what people agree to when they send a workbook. */
export const savePolicyStatement = formAction(
  z.strictObject({ statement: z.string().max(5_000), reason: z.string() }),
  async (user, asked) => {
    const saved = await setPolicyStatement(user, asked);
    return saved.ok ? done({ to: "/admin/bulk-update?done=now" }) : saved;
  },
);

"use server";
import { z } from "zod";
import { formAction } from "@/lib/web/action";
import { runJobNow } from "@/lib/jobs/run-job-now";
import { done } from "@/lib/outcome";

export const runNow = formAction(z.strictObject({ job: z.string() }), async (user, { job }) => {
  const asked = await runJobNow(user, job);
  return asked.ok ? done({ to: `/admin/jobs/${job}?asked=yes` }) : asked;
});

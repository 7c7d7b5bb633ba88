import { notFound } from "next/navigation";
import { idOf } from "@/components/tables";
import type { User } from "@/lib/access/user";
import { type BuiltSurvey, surveyBuilt } from "@/lib/surveys/support/queries";
import { supportUser } from "@/lib/web/session";

/** The survey of an address such as /admin/surveys/3, for support; anything else is not found. */
export async function surveyAt(params: Promise<{ survey: string }>): Promise<{ user: User; survey: BuiltSurvey }> {
  const user = await supportUser();
  const id = idOf((await params).survey);
  const survey = id === null ? null : await surveyBuilt(user, id);
  if (!survey) notFound();
  return { user, survey };
}

import { redirect } from "next/navigation";
import { mayVisit, nextStep, stepPath, type RegistrationStep } from "@/lib/registrations/steps";
import { draftHere, draftRanOut, type DraftHere } from "./draft-cookie";

/**
 * The draft for one step of the wizard. Someone who comes back in a new browser session enters their address first; a
 * step opened too early leads to the first one that is not answered. A draft that expired starts again, and the page
 * says so.
 */
export async function draftAt(step: RegistrationStep): Promise<DraftHere> {
  const here = await draftHere();
  if (!here) redirect(`/register/your-details${(await draftRanOut()) ? "?begun=before" : ""}`);
  if (!here.open) redirect("/register/continue");
  if (!mayVisit(step, here.draft)) redirect(stepPath(nextStep(here.draft)));
  return here;
}

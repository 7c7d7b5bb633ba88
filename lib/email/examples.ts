import { emailTemplates } from "@/emails";
import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { env } from "@/lib/env";
import { isTemplate, readProps, subjectOf, templates, type TemplateName } from "@/lib/outbox/templates";
import { renderEmail, type Rendered } from "./render-email";
import type { Secrets } from "./secrets-of";

/** Every message that the service can send, each with the subject of an example. For support. */
export function exampleEmails(user: User): { template: TemplateName; subject: string }[] {
  allow(user, "support people");
  return exampleSubjects();
}

/** The same without a user, for people who work on the emails: examples are made up. */
export const exampleSubjects = (): { template: TemplateName; subject: string }[] =>
  (Object.keys(templates) as TemplateName[]).map((template) => ({ template, subject: subjectIn(template) }));

/** One email as its reader would get it, drawn from its made-up example. Null if there is no email of that name. */
export async function exampleEmail(user: User, template: string): Promise<({ subject: string } & Rendered) | null> {
  allow(user, "support people");
  return drawExample(template);
}

/** The same for whoever works on the messages. */
export async function drawExample(template: string): Promise<({ subject: string } & Rendered) | null> {
  if (!isTemplate(template)) return null;
  const { props, secrets } = taken(template);
  return { subject: subjectIn(template), ...(await renderEmail(template, props, secrets)) };
}

const subjectIn = (template: TemplateName): string => subjectOf(template, taken(template).props, env().SERVICE_NAME);

/** An example taken apart: what the row would hold, and what is worked out when it is sent. */
function taken<T extends TemplateName>(template: T) {
  const shape = templates[template].facts.shape;
  const pick = (ofRow: boolean) =>
    Object.fromEntries(
      Object.entries(emailTemplates[template].example).filter(([key]) => Object.hasOwn(shape, key) === ofRow),
    );
  return { props: readProps(template, pick(true)), secrets: pick(false) as Secrets<T> };
}

import { toPlainText } from "@react-email/render";
import { createElement, type FunctionComponent } from "react";
import { emailTemplates } from "@/emails";
import type { Letterhead } from "@/emails/parts/frame";
import { env } from "@/lib/env";
import { senderAddress } from "./sender";
import type { Secrets } from "./secrets-of";
import type { Props, TemplateName } from "@/lib/outbox/templates";

export interface Rendered {
  html: string;
  text: string;
}

/** Draws a message from its facts and from what is worked out for it: HTML, and the same as plain text. */
export async function renderEmail<T extends TemplateName>(
  template: T,
  props: Props<T>,
  secrets: Secrets<T>,
): Promise<Rendered> {
  const component = emailTemplates[template] as unknown as FunctionComponent<Record<string, unknown>>;
  const message = createElement(component, { ...(props as object), ...(secrets as object), letterhead: letterhead() });
  const { renderToStaticMarkup } = await import("react-dom/server");
  const html = renderToStaticMarkup(message);
  return { html: `<!DOCTYPE html>${html}`, text: toPlainText(html) };
}

function letterhead(): Letterhead {
  const settings = env();
  return {
    service: settings.SERVICE_NAME,
    organisation: settings.SERVICE_ORGANISATION,
    colour: settings.SERVICE_COLOUR,
    origin: settings.APP_ORIGIN,
    supportName: settings.SUPPORT_NAME,
    supportEmail: settings.SUPPORT_EMAIL,
    supportPhone: settings.SUPPORT_PHONE,
    supportHours: settings.SUPPORT_HOURS,
    guidanceEmail: settings.GUIDANCE_EMAIL,
    sender: senderAddress(),
    decidingHours: settings.REGISTRATION_WAITING_HOURS,
  };
}

import type { ServiceSettings } from "@/components/ui";
import { env } from "@/lib/env";

/** Whose service this is and how to reach them, from the settings. Social links are written "Label=address, …". */
export function service(): ServiceSettings {
  const settings = env();
  return {
    name: settings.SERVICE_NAME,
    organisation: settings.SERVICE_ORGANISATION,
    colour: settings.SERVICE_COLOUR,
    logoUrl: settings.SERVICE_LOGO_URL,
    feedbackUrl: settings.FEEDBACK_URL ?? `mailto:${settings.SUPPORT_EMAIL}`,
    support: {
      name: settings.SUPPORT_NAME,
      email: settings.SUPPORT_EMAIL,
      phone: settings.SUPPORT_PHONE,
      hours: settings.SUPPORT_HOURS,
    },
    technical: { email: settings.TECHNICAL_EMAIL },
    questionGuidance: { email: settings.GUIDANCE_EMAIL },
    social: socialLinks(settings.SOCIAL_LINKS),
  };
}

const socialLinks = (written: string) =>
  written
    .split(",")
    .map((link) => link.split("="))
    .flatMap(([label, ...address]) =>
      label && address.length ? [{ label: label.trim(), href: address.join("=").trim() }] : [],
    );

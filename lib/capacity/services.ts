import type { ProviderType } from "@/lib/questions/collections";

/** The kinds of care that can be looked for, in the order in which they are offered. */
export const services = [
  "care_home",
  "home_care",
  "hospice",
  "community",
  "substance_misuse",
] as const satisfies readonly ProviderType[];
export type Service = (typeof services)[number];

interface Words {
  /** As a choice: "Care home". */
  label: string;
  one: string;
  many: string;
}

/** What each kind of care is called. */
export const serviceWords: Readonly<Record<Service, Words>> = {
  care_home: { label: "Care home", one: "care home", many: "care homes" },
  home_care: { label: "Home care", one: "home care service", many: "home care services" },
  hospice: { label: "Hospice", one: "hospice", many: "hospices" },
  community: { label: "Community", one: "community service", many: "community services" },
  substance_misuse: { label: "Substance misuse", one: "substance misuse service", many: "substance misuse services" },
};

export const isService = (text: string): text is Service => (services as readonly string[]).includes(text);

/** Home care is counted in hours a week, everything else in beds. */
export const countsHours = (service: Service): boolean => service === "home_care";

import { type DemoLocation, isA } from "./world";

/** What a register says that a place is, in its words. */
export interface RegisterFacts {
  services: string[];
  specialisms: string[];
  activities: string[];
  userBands: string[];
  sector: string;
  inspectionCategory: string;
}

const accommodation = "Accommodation for persons who require nursing or personal care";
const treatment = "Treatment of disease, disorder or injury";
const overAndUnder = ["Caring for adults over 65 yrs", "Caring for adults under 65 yrs"];

/** The facts of a place, from its kind and its beds. */
export function registerFacts(location: DemoLocation): RegisterFacts {
  const kinds = [
    isA(location, "care_home") ? homeFacts(location) : undefined,
    isA(location, "home_care") ? homeCareFacts(location) : undefined,
    otherFacts(location),
  ].filter((facts) => facts !== undefined);
  const [first] = kinds;
  if (!first) throw new Error(`${location.name} is of no kind`);
  const all = (key: "services" | "specialisms" | "activities" | "userBands") => [
    ...new Set(kinds.flatMap((facts) => facts[key])),
  ];
  return {
    ...first,
    services: all("services"),
    specialisms: all("specialisms"),
    activities: all("activities"),
    userBands: all("userBands"),
  };
}

function homeFacts({ sort, capacity }: DemoLocation): RegisterFacts {
  const has = (prefix: string) => Object.keys(capacity).some((key) => key.startsWith(prefix));
  const learning = has("LD_");
  const mental = has("MH_");
  const young = has("YPD") || learning;
  return {
    services: [sort === "nursing" ? "Care home service with nursing" : "Care home service without nursing"],
    specialisms: [
      ...(young ? ["Caring for adults under 65 yrs"] : ["Caring for adults over 65 yrs"]),
      ...(has("DEM_") ? ["Dementia"] : []),
      ...(learning ? ["Learning disabilities"] : []),
      ...(mental ? ["Mental health conditions"] : []),
      ...(has("YPD") || sort === "nursing" ? ["Physical disabilities"] : []),
    ],
    activities: sort === "nursing" ? [accommodation, treatment] : [accommodation],
    userBands: [
      ...(sort === "small" ? ["Younger Adults"] : ["Older People"]),
      ...(has("DEM_") ? ["Dementia"] : []),
      ...(learning ? ["Learning disabilities or autistic spectrum disorder"] : []),
      ...(mental ? ["Mental Health"] : []),
      ...(has("YPD") ? ["Physical Disability"] : []),
    ],
    sector: "Social Care Org",
    inspectionCategory: "Residential social care",
  };
}

function homeCareFacts({ name, provider }: DemoLocation): RegisterFacts {
  const supported = name.includes("Supported Living");
  const extra = provider.name.includes("Extra Care") || name.includes("Extra Care");
  const shared = name.includes("Shared Lives");
  return {
    services: [
      supported
        ? "Supported living service"
        : extra
          ? "Extra Care housing services"
          : shared
            ? "Shared Lives"
            : "Domiciliary care service",
    ],
    specialisms: supported
      ? ["Caring for adults under 65 yrs", "Learning disabilities", "Mental health conditions"]
      : [...overAndUnder, "Dementia", "Physical disabilities", "Sensory impairment"],
    activities: ["Personal care"],
    userBands: supported
      ? ["Younger Adults", "Learning disabilities or autistic spectrum disorder", "Mental Health"]
      : ["Older People", "Younger Adults", "Dementia", "Physical Disability"],
    sector: "Social Care Org",
    inspectionCategory: "Community based adult social care services",
  };
}

function otherFacts(location: DemoLocation): RegisterFacts | undefined {
  const children = location.capacity.HOS_CHILD !== undefined;
  const [type] = location.types;
  const nhs = "NHS Healthcare Organisation";
  switch (type) {
    case "hospice":
      return {
        services: ["Hospice services"],
        specialisms: children ? ["Caring for children"] : overAndUnder,
        activities: [treatment],
        userBands: children ? ["Children 0-18 years"] : ["Older People", "Younger Adults"],
        sector: "Independent Healthcare Org",
        inspectionCategory: "Hospice services",
      };
    case "substance_misuse":
      return {
        services: ["Residential substance misuse treatment and/or rehabilitation service"],
        specialisms: ["Substance misuse problems", "Caring for adults under 65 yrs"],
        activities: ["Accommodation for persons who require treatment for substance misuse"],
        userBands: ["People who misuse drugs and alcohol"],
        sector: "Independent Healthcare Org",
        inspectionCategory: "Residential substance misuse",
      };
    case "community":
      return {
        services: ["Rehabilitation services", "Community healthcare service"],
        specialisms: overAndUnder,
        activities: [treatment, "Diagnostic and screening procedures"],
        userBands: ["Older People", "Younger Adults"],
        sector: nhs,
        inspectionCategory: "Community health - NHS & Independent",
      };
    case "nhs_acute":
      return {
        services: ["Acute services with overnight beds"],
        specialisms: ["Services for everyone"],
        activities: [treatment, "Diagnostic and screening procedures", "Surgical procedures"],
        userBands: ["Whole Population"],
        sector: nhs,
        inspectionCategory: "Acute hospital - NHS non-specialist",
      };
    case "gp":
      return {
        services: ["Doctors consultation service", "Doctors treatment service"],
        specialisms: ["Services for everyone"],
        activities: [treatment, "Diagnostic and screening procedures", "Family planning"],
        userBands: ["Whole Population"],
        sector: "Primary Medical Services",
        inspectionCategory: "GP Practices",
      };
    default:
      return undefined;
  }
}

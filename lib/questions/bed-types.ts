import type { BedType } from "./beds";
import type { Collection } from "./collections";

/** The bed types that a new service starts with, by collection. From then on the list in the database counts. */
export const startingBedTypes = {
  care_home: [
    { key: "GEN_RES", label: "General residential", group: "long_stay" },
    { key: "DEM_RES", label: "Dementia residential", group: "long_stay" },
    { key: "GEN_NUR", label: "General nursing", group: "long_stay" },
    { key: "DEM_NUR", label: "Dementia nursing", group: "long_stay" },
    { key: "LD_RES", label: "Learning disability residential", group: "long_stay" },
    { key: "LD_NUR", label: "Learning disability nursing", group: "long_stay" },
    { key: "MH_RES", label: "Mental health residential", group: "long_stay" },
    { key: "MH_NUR", label: "Mental health nursing", group: "long_stay" },
    {
      key: "YPD",
      label: "Young physically disabled (18 to 65)",
      group: "long_stay",
      phrase: "beds for young physically disabled people",
    },
    { key: "TRANS", label: "Transitional or short stay", group: "short_stay" },
    { key: "COMM", label: "Community care", group: "short_stay" },
  ],
  hospice: [
    { key: "HOS_ADULT", label: "Adult inpatient", group: "short_stay" },
    { key: "HOS_CHILD", label: "Children's inpatient", group: "short_stay" },
    { key: "HOS_RESP", label: "Respite", group: "short_stay" },
  ],
  substance_misuse: [
    { key: "SM_DETOX", label: "Detoxification", group: "short_stay" },
    { key: "SM_REHAB", label: "Residential rehabilitation", group: "long_stay" },
  ],
  community: [
    { key: "COM_REHAB", label: "Rehabilitation", group: "short_stay" },
    { key: "COM_INTER", label: "Intermediate care", group: "short_stay" },
    { key: "COM_EOL", label: "End of life", group: "short_stay" },
  ],
} as const satisfies Partial<Record<Collection, readonly BedType[]>>;

import type { BedType } from "./beds";
import type { Collection } from "./collections";

/** The bed types that a new service starts with, by collection. From then on the list in the database counts. */
export const startingBedTypes = {
  care_home: [
    {
      key: "GEN_RES",
      label: "General residential",
      group: "long_stay",
      definition: "A bed for a person who needs personal care day and night, and no nursing by the home's own nurses.",
      example: "An 84-year-old who needs help with washing, dressing and getting about.",
    },
    {
      key: "DEM_RES",
      label: "Dementia residential",
      group: "long_stay",
      definition:
        "A bed for a person whose main need is because of dementia, with personal care and without nursing by the home's own nurses.",
      example: "A person with Alzheimer's who walks about at night and needs prompting to eat.",
    },
    {
      key: "GEN_NUR",
      label: "General nursing",
      group: "long_stay",
      definition: "A bed for a person who needs one of the home's registered nurses day and night.",
      example: "A person with a catheter and pressure ulcers after a stroke.",
    },
    {
      key: "DEM_NUR",
      label: "Dementia nursing",
      group: "long_stay",
      definition: "A bed for a person with dementia who also needs one of the home's registered nurses day and night.",
      example: "A person with advanced dementia who is fed by tube.",
    },
    {
      key: "LD_RES",
      label: "Learning disability residential",
      group: "long_stay",
      definition:
        "A bed for a person whose main need is because of a learning disability, without nursing by the home's own nurses.",
      example: "A 35-year-old with Down's syndrome who needs support all day.",
    },
    {
      key: "LD_NUR",
      label: "Learning disability nursing",
      group: "long_stay",
      definition: "A bed for a person with a learning disability who also needs one of the home's registered nurses.",
      example: "A person with a learning disability and epilepsy that is hard to control.",
    },
    {
      key: "MH_RES",
      label: "Mental health residential",
      group: "long_stay",
      definition:
        "A bed for a person whose main need is because of a mental health condition, without nursing by the home's own nurses.",
      example: "A person with schizophrenia who takes medicines with prompting.",
    },
    {
      key: "MH_NUR",
      label: "Mental health nursing",
      group: "long_stay",
      definition:
        "A bed for a person with a mental health condition who also needs one of the home's registered nurses.",
      example: "A person leaving a ward under section 117 who has depot injections.",
    },
    {
      key: "YPD",
      label: "Young physically disabled (18 to 65)",
      group: "long_stay",
      phrase: "beds for young physically disabled people",
      definition: "A bed for a person aged 18 to 65 whose main need is because of a physical disability.",
      example: "A 45-year-old with multiple sclerosis who uses a wheelchair.",
    },
    {
      key: "TRANS",
      label: "Transitional or short stay",
      group: "short_stay",
      definition:
        "A bed for a stay of days or weeks: discharge to assess, intermediate care, reablement, rehabilitation or respite.",
      example: "A person leaving hospital to be assessed over 4 weeks, or whose carer is on holiday.",
    },
    {
      key: "COMM",
      label: "Community care",
      group: "short_stay",
      definition: "A bed for a person who leaves hospital and cannot go home yet, though no long stay is planned.",
      example: "A person waiting for a stairlift.",
    },
  ],
  hospice: [
    {
      key: "HOS_ADULT",
      label: "Adult inpatient",
      group: "short_stay",
      definition: "A bed on the ward for an adult, for symptoms to be treated or for the last days of life.",
      example: "A person whose pain cannot be controlled at home.",
    },
    {
      key: "HOS_CHILD",
      label: "Children's inpatient",
      group: "short_stay",
      definition: "A bed for a child or young person and their family.",
      example: "A child with a life-limiting condition at the end of life.",
    },
    {
      key: "HOS_RESP",
      label: "Respite",
      group: "short_stay",
      definition: "A planned short stay to give the people who care at home a rest.",
      example: "A week for a person with motor neurone disease.",
    },
  ],
  substance_misuse: [
    {
      key: "SM_DETOX",
      label: "Detoxification",
      group: "short_stay",
      definition: "A bed for withdrawal from drugs or alcohol under medical care.",
      example: "Ten days of alcohol detoxification.",
    },
    {
      key: "SM_REHAB",
      label: "Residential rehabilitation",
      group: "long_stay",
      definition: "A bed in a residential programme after withdrawal.",
      example: "A programme of twelve weeks.",
    },
  ],
  community: [
    {
      key: "COM_REHAB",
      label: "Rehabilitation",
      group: "short_stay",
      definition: "A bed in a community hospital or unit for therapy after illness or injury.",
      example: "A person learning to walk again after a broken hip.",
    },
    {
      key: "COM_INTER",
      label: "Intermediate care",
      group: "short_stay",
      definition: "A bed for up to six weeks to avoid a hospital stay or to shorten one.",
      example: "A person with a chest infection who cannot manage alone for a fortnight.",
    },
    {
      key: "COM_EOL",
      label: "End of life",
      group: "short_stay",
      definition: "A bed in a community hospital or unit for the last weeks or days of life.",
      example: "A person who wishes to die near home but cannot be cared for there.",
    },
  ],
} as const satisfies Partial<Record<Collection, readonly BedType[]>>;

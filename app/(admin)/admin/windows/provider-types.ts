import {
  type Collection,
  collections,
  type ProviderType,
  providerTypes,
  type Switched,
} from "@/lib/questions/collections";

/** The provider types by name. */
export const providerTypeNames: Record<ProviderType, string> = {
  care_home: "Care homes",
  home_care: "Home care",
  hospice: "Hospices",
  substance_misuse: "Substance misuse services",
  community: "Community services",
};

/** Of which provider types a collection is asked. */
export function typesOf(collection: Collection, switched: Switched): readonly ProviderType[] {
  const facts = collections[collection];
  const starting: readonly ProviderType[] = "startsOff" in facts ? [] : facts.providerTypes;
  return providerTypes.filter((type) => (switched[collection] ?? starting).includes(type));
}

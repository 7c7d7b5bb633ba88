/** What asking for access means: agreed to each time. */
export const declaration = [
  "I am allowed to give this information. The provider knows that I am giving it, and the law allows it.",
  "Giving it does not conflict with my other interests.",
  "What I report is correct as far as I know, and I will keep it up to date.",
  "I am not breaking a duty to keep something confidential.",
  "I am not using anything that belongs to someone else without their permission.",
  "I will stop as soon as the provider tells me to.",
];

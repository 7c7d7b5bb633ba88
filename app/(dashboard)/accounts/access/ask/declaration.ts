/** What asking for access means: agreed to each time. */
export const declaration = [
  "I am allowed to give this information: the provider knows that I do, and the law lets me.",
  "Giving it is in no conflict with another interest of mine.",
  "What I report is right as far as I know, and I keep it up to date.",
  "I break no promise or duty to keep something secret.",
  "I use nothing that belongs to somebody else without their leave.",
  "I stop as soon as the provider tells me that I should no longer do this.",
];

/** What each state of a piece of news is called. */
export const newsStateTags = {
  draft: { label: "Draft", colour: "grey" },
  scheduled: { label: "Scheduled", colour: "yellow" },
  published: { label: "Published", colour: "green" },
  withdrawn: { label: "Withdrawn", colour: "red" },
} as const;

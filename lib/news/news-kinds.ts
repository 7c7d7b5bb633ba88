/** What support tells people, and what each is called. */
export const newsKinds = { whats_new: "What’s new", bulletin: "Bulletin" } as const;

export type NewsKind = keyof typeof newsKinds;

export const isNewsKind = (text: string): text is NewsKind => Object.hasOwn(newsKinds, text);

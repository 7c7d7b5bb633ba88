import type { NewsTyped } from "@/lib/news/support/check-news";

/** A piece of news as support might type it, for everyone and at once. */
export const newsTyped = (changes: Partial<NewsTyped> = {}): NewsTyped => ({
  kind: "bulletin",
  title: "Winter questions begin",
  summary: "Four questions are added to the monthly return.",
  body: "Have your *figures* at hand.",
  forKinds: [],
  areas: "",
  showsFrom: "",
  byEmail: false,
  ...changes,
});

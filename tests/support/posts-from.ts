/** A way in which a post may say where it comes from. */
export interface PostFrom {
  says: string;
  headers: Record<string, string>;
  /** It is from our own pages: all others are refused. */
  ours?: true;
}

const host = "elsewhere.example";

/** Where a post may come from, to a service at `origin`: two ways are its own. */
export const postsFrom = (origin: string): PostFrom[] => [
  { says: "our own origin", headers: { origin }, ours: true },
  { says: "no origin, but from the same site", headers: { "sec-fetch-site": "same-origin" }, ours: true },
  { says: "no origin at all", headers: {} },
  { says: "no origin, from another site", headers: { "sec-fetch-site": "cross-site" } },
  { says: "the origin null", headers: { origin: "null" } },
  { says: "a foreign origin", headers: { origin: `https://${host}` } },
  {
    says: "a foreign origin that we are said to have",
    headers: { origin: `https://${host}`, "x-forwarded-host": host },
  },
  {
    says: "a foreign origin that the whole way is said to lead to",
    headers: {
      origin: `https://${host}`,
      "x-forwarded-host": host,
      "x-forwarded-proto": "https",
      forwarded: `host=${host};proto=https`,
      "sec-fetch-site": "same-origin",
    },
  },
];

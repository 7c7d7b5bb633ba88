import { apiRead } from "@/lib/web/api-route";

/** What this key is and may do. */
export const GET = apiRead(({ key }) =>
  Promise.resolve({ key: { label: key.label, scopes: key.scopes, expiresAt: key.expiresAt.toISOString() } }),
);

/** A time of the database as the API says it, in UTC: "2026-11-10T09:00:00.000Z". */
export const instantSaid = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());

import { Tile } from "@/components/ui";

/** What the support team does, each with its own page. */
export function AdminTiles() {
  return (
    <Tile title="Admin" href="/admin">
      People, registrations, windows and seasons, imports, mail and scheduled work.
    </Tile>
  );
}

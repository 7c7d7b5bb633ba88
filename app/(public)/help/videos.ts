import { env } from "@/lib/env";

/** The address of a guide's video, where the settings name one: "file-a-return=https://…, find-a-bed=https://…". */
export function videoOf(guide: string): string | undefined {
  const named = env()
    .HELP_VIDEOS.split(",")
    .map((each) => each.trim())
    .find((each) => each.startsWith(`${guide}=`));
  return named?.slice(guide.length + 1).trim();
}

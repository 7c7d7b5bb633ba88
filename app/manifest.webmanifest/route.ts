import { service } from "@/app/shell/service";

export const dynamic = "force-dynamic";

const icon = (size: number, purpose: string) => ({
  src: `/icons/icon-${size}.png`,
  sizes: `${size}x${size}`,
  type: "image/png",
  purpose,
});

/** What a phone that keeps the service on its home screen calls it there, and shows. */
export function GET() {
  const { name, colour } = service();
  const manifest = {
    name,
    short_name: name,
    lang: "en-GB",
    id: "/home",
    start_url: "/home",
    scope: "/",
    display: "standalone",
    background_color: "#ffffff",
    theme_color: colour,
    icons: [icon(192, "any"), icon(512, "any"), icon(512, "maskable")],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { "content-type": "application/manifest+json", "cache-control": "public, max-age=3600" },
  });
}

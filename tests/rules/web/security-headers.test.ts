import { securityHeaders } from "@/lib/web/security-headers";

const picturesFrom = (tiles?: string) =>
  /img-src [^;]+/.exec(
    securityHeaders("https://tracker.example", "n", { tiles })["Content-Security-Policy"] ?? "",
  )?.[0];

it("lets pages show pictures of this service alone, and of a tile server's host where one is set", () => {
  expect(picturesFrom()).toBe("img-src 'self' data:");
  expect(picturesFrom("https://tiles.example:8443/a/{z}/{x}/{y}.png")).toBe(
    "img-src 'self' data: https://tiles.example:8443",
  );
});

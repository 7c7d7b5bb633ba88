import { safeReturnUrl } from "@/lib/accounts/safe-return-url";

const origin = "https://tracker.example";
const home = (asked: string | string[] | undefined) =>
  expect([asked, safeReturnUrl(asked, origin)]).toEqual([asked, "/home"]);

test.each([
  "/home",
  "/returns",
  "/returns/12/care_home?month=2026-11",
  "/areas/local_authority/E08000004#table",
  "/find?postcode=OL1%201AA&radius=5",
  "/providers?query=a%2Fb",
  "/accounts/requests/7",
])("%s is where they were going", (asked) => {
  expect(safeReturnUrl(asked, origin)).toBe(asked);
});

const elsewhere = [
  undefined,
  "",
  " ",
  "home",
  "evil.example",
  "//evil.example",
  "///evil.example",
  "////evil.example/%2f..",
  "/\\evil.example",
  "\\/evil.example",
  "\\\\evil.example",
  "/\\/evil.example",
  "/%5Cevil.example",
  "/%5c/evil.example",
  "/%2Fevil.example",
  "/%2f%2fevil.example",
  "/%2F/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/a/..//evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "/%09/evil.example",
  "/%0a/evil.example",
  "/%0d%0aLocation:%20https://evil.example",
  "/home\r\nSet-Cookie: a=b",
  "/home%00",
  "/\u0000",
  "/\u200b/evil.example",
  "/\u2028/evil.example",
  "/%e2%80%8b/evil.example",
  "/%",
  "/%zz",
  "/%ff",
  "http://evil.example",
  "https://evil.example",
  "HTTPS://EVIL.EXAMPLE",
  "https:evil.example",
  "https:/evil.example",
  "https:///evil.example",
  "https:\\\\evil.example",
  "https://tracker.example@evil.example",
  "https://tracker.example.evil.example",
  "https://tracker.example",
  "https://tracker.example/home",
  "http://tracker.example/home",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "blob:https://tracker.example/1",
  "file:///etc/passwd",
  "ftp://evil.example",
  "mailto:someone@evil.example",
  "?ReturnUrl=//evil.example",
  "#//evil.example",
  "@evil.example",
  ".evil.example",
  "/",
  "/sign-in",
  "/sign-in?ReturnUrl=/home",
  "/sign-out",
  "/second-factor",
  "〱evil.example",
  "//evil%E3%80%82example",
  "/／evil.example\\",
];

test(`${elsewhere.length} ways out of the service all lead home`, () => {
  elsewhere.forEach(home);
  home(["/returns", "//evil.example"]);
});

test("whatever address is asked for, the browser stays on our site", () => {
  for (const asked of elsewhere) expect(new URL(safeReturnUrl(asked, origin), origin).origin).toBe(origin);
});

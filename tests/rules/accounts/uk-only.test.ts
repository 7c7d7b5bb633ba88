import { canonicalAddress, ipNumber, isInRange, isPrivate, networksOf } from "@/lib/accounts/ip-address";
import { ukDecision } from "@/lib/accounts/uk-only";

const enforcing = { UK_ONLY: "enforce", COUNTRY_HEADER: undefined, TRUSTED_PROXIES: 0, UK_ONLY_ALSO: "" } as const;
const from = (address: string | null, country: string | null = null) => ({
  address,
  header: (name: string) => (name === "cf-ipcountry" ? country : null),
});
const allowed = (address: string | null, settings: Parameters<typeof ukDecision>[1] = enforcing) =>
  ukDecision(from(address), settings).allowed;

test.each([
  ["the BBC", "212.58.244.1"],
  ["Jisc", "193.60.0.1"],
  ["BT", "81.128.0.1"],
  ["Jisc over IPv6", "2001:630::1"],
  ["the BBC, as IPv6 writes it", "::ffff:212.58.244.1"],
  ["this machine", "127.0.0.1"],
  ["a private network", "10.20.30.40"],
])("%s (%s) is allowed", (_, address) => {
  expect(allowed(address)).toBe(true);
});

test.each([
  ["a French network", "212.27.48.10"],
  ["a French network over IPv6", "2a01:e00::1"],
  ["an American one", "8.8.8.8"],
  ["an American one over IPv6", "2607:f8b0::1"],
  ["nobody's", "203.0.113.1"],
  ["not an address", "somewhere"],
  ["an unknown one", null],
])("%s (%s) is not", (_, address) => {
  expect(allowed(address)).toBe(false);
});

test("off allows everyone; report does too, but says so", () => {
  expect(ukDecision(from("8.8.8.8"), { ...enforcing, UK_ONLY: "off" })).toEqual({ allowed: true, abroad: false });
  expect(ukDecision(from("8.8.8.8"), { ...enforcing, UK_ONLY: "report" })).toEqual({ allowed: true, abroad: true });
});

test("a network's country counts behind a trusted proxy; otherwise anyone could claim it", () => {
  const behind = { ...enforcing, COUNTRY_HEADER: "cf-ipcountry", TRUSTED_PROXIES: 1 };
  expect(ukDecision(from("8.8.8.8", "gb"), behind).allowed).toBe(true);
  expect(ukDecision(from("212.58.244.1", "FR"), behind).allowed).toBe(false);
  expect(ukDecision(from("8.8.8.8", "GB"), { ...behind, TRUSTED_PROXIES: 0 }).allowed).toBe(false);
});

test("ranges that support lists are allowed", () => {
  const also = { ...enforcing, UK_ONLY_ALSO: "8.8.8.0/24, 2607:f8b0::/32" };
  expect([allowed("8.8.8.8", also), allowed("8.8.9.8", also), allowed("2607:f8b0:1::1", also)]).toEqual([
    true,
    false,
    true,
  ]);
});

test.each([
  ["1.2.3.4", "1.2.3.4"],
  ["1.2.3.4:5678", "1.2.3.4"],
  ["::ffff:1.2.3.4", "1.2.3.4"],
  ["::FFFF:102:304", "1.2.3.4"],
  ["[::ffff:1.2.3.4]:443", "1.2.3.4"],
  ["2001:0DB8:0:0::0001", "2001:db8::1"],
  ["[2001:db8::1]:443", "2001:db8::1"],
  ["2001:db8:0::1%eth0", "2001:db8::1"],
  ["1.2.3", null],
  ["0x7f.1", null],
  ["somewhere", null],
])("%s is spelt %s", (written, spelt) => {
  expect(canonicalAddress(written)).toBe(spelt);
});

test("a limit counts an IPv4 address by itself, and IPv6 by its /64 and its /48", () => {
  expect(networksOf("::ffff:1.2.3.4")).toEqual(["1.2.3.4"]);
  expect(networksOf("2001:db8:1:2:3:4:5:6")).toEqual(["2001:db8:1:2::/64", "2001:db8:1::/48"]);
  expect(networksOf("2001:db8:1:2::9")).toEqual(networksOf("2001:db8:1:2:3:4:5:6"));
  expect(networksOf("account:7")).toEqual(["account:7"]);
  expect(networksOf("a@b.example")).toEqual(["a@b.example"]);
});

test("addresses are read as they are written", () => {
  expect(ipNumber("1.2.3.4")).toEqual({ family: 4, number: 16_909_060n });
  expect(ipNumber("::1")).toEqual({ family: 6, number: 1n });
  expect(ipNumber("fe80::1%eth0")?.family).toBe(6);
  expect(ipNumber("[2001:db8::2]")).toEqual({ family: 6, number: (0x20010db8n << 96n) + 2n });
  expect(ipNumber("1.2.3")).toBeNull();
  expect(isInRange("10.255.0.1", "10.0.0.0/8")).toBe(true);
  expect(isPrivate("11.0.0.1")).toBe(false);
});

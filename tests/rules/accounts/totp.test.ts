import { stepOfCode, totpAddress, totpCode, totpKeyInLetters, totpStep } from "@/lib/accounts/totp";

const key = Buffer.from("12345678901234567890");

test.each([
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
])("at %i seconds the code is that of RFC 6238, %s", (seconds, code) => {
  expect(totpCode(key, totpStep(new Date(seconds * 1000)))).toBe(code);
});

test("a code works up to half a minute early or late, with spaces, and only once", () => {
  const at = (seconds: number) => new Date(seconds * 1000);
  const code = totpCode(key, totpStep(at(1_000_000_020)));
  for (const seconds of [999_999_990, 1_000_000_020, 1_000_000_050])
    expect(stepOfCode(key, `${code.slice(0, 3)} ${code.slice(3)}`, null, at(seconds))).toBe(33_333_334);
  for (const seconds of [999_999_950, 1_000_000_080]) expect(stepOfCode(key, code, null, at(seconds))).toBeNull();
  expect(stepOfCode(key, code, 33_333_334, at(1_000_000_020))).toBeNull();
});

test("the key is given to an app in letters", () => {
  expect(totpKeyInLetters(key)).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  expect(totpAddress("Capacity Tracker", "a@b.example", key)).toBe(
    "otpauth://totp/Capacity%20Tracker:a%40b.example?issuer=Capacity%20Tracker&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30",
  );
});

import fc from "fast-check";
import { checkCodeFrom, readCheckCode, readReference, referenceFrom } from "@/lib/returns/reference";

const eight = fc.uint8Array({ minLength: 8, maxLength: 8 });

test("a reference has no letter that is mistaken for another", () => {
  fc.assert(
    fc.property(eight, (bytes) => {
      expect(referenceFrom(bytes)).toMatch(/^RET-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
      expect(checkCodeFrom(bytes)).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    }),
  );
});

test("a reference is read however it is typed", () => {
  fc.assert(
    fc.property(eight, (bytes) => {
      const [reference, code] = [referenceFrom(bytes), checkCodeFrom(bytes)];
      expect(readReference(` ${reference.toLowerCase().replaceAll("-", " ")} `)).toBe(reference);
      expect(readReference(reference.replaceAll("-", "–"))).toBe(reference);
      expect(readCheckCode(code.replace("-", ""))).toBe(code);
    }),
  );
});

test.each(["", "RET", "RET-0000-0000", "RET-ABCD", "x".repeat(500), "RET-ABCD-EFGH-JKMN"])(
  "%j is not a reference",
  (typed) => {
    expect(readReference(typed)).toBeNull();
  },
);

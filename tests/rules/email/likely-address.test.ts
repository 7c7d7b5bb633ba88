import { likelyAddress } from "@/lib/outbox/likely-address";

test.each([
  ["jo@gmial.com", "jo@gmail.com"],
  ["jo@gmai.com", "jo@gmail.com"],
  ["jo@gmail.con", "jo@gmail.com"],
  ["jo@gmaill.com", "jo@gmail.com"],
  ["jo@nsh.net", "jo@nhs.net"],
  ["jo@nhs.ent", "jo@nhs.net"],
  ["jo@hotmial.co.uk", "jo@hotmail.co.uk"],
  ["jo@outlok.com", "jo@outlook.com"],
  ["jo@oldham.nsh.uk", "jo@oldham.nhs.uk"],
  ["jo@oldham.gvo.uk", "jo@oldham.gov.uk"],
])("%s was probably meant for %s", (typed, meant) => expect(likelyAddress(typed)).toBe(meant));

test.each([
  "jo@gmail.com",
  "jo@nhs.net",
  "jo@mail.com",
  "jo@ymail.com",
  "jo@me.com",
  "jo@rosewood.example",
  "jo@oldham.gov.uk",
  "jo@oldham.nhs.uk",
  "jo@gmx.co.uk",
])("%s is asked nothing", (typed) => expect(likelyAddress(typed)).toBeNull());

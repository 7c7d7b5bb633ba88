import { isAddress, problemWithAddress } from "@/lib/outbox/email-address";

test.each([
  "jo@care.example",
  "jo.o'neil+rota@ward-4.nhs.uk",
  "j@a.co",
  "JO@CARE.EXAMPLE",
  "x@xn--caf-dma.example",
  "jo_smith@xn--p1ai.xn--p1ai",
])("%s is an email address", (text) => {
  expect([isAddress(text), problemWithAddress(text)]).toEqual([true, null]);
});

test.each([
  ["jo@care.example.", "Enter the email address without the full stop at the end"],
  ["jo@care..example", "Enter an email address without two full stops together"],
  ["jo..smith@care.example", "Enter an email address without two full stops together"],
  ["jo.@care.example", "Enter an email address without a full stop beside the @ or at the beginning"],
  ["o’neil@care.example", "Type the email address again: “’” is not the sign on the keyboard"],
  ["jo–smith@care.example", "Type the email address again: “–” is not the sign on the keyboard"],
  ["j\u0430ne@care.example", "Type the email address again: “\u0430” is not allowed in an email address"],
  ["jo@192.168.0.1", "Enter an email address that can be reached from outside your organisation"],
  ["jo@[10.0.0.1]", "Enter an email address that can be reached from outside your organisation"],
  ["jo@ward-pc.local", "Enter an email address that can be reached from outside your organisation"],
  ["a@b.example;c@d.example", "Enter one email address only"],
  ["jo@care", "Enter an email address like name@example.com"],
  ["Jo <jo@care.example>", "Enter an email address like name@example.com"],
  ["jo@-care.example", "Enter an email address like name@example.com"],
  ["", "Enter an email address like name@example.com"],
])("%s is not, and we say what the mistake probably is", (text, hint) => {
  expect([isAddress(text), problemWithAddress(text)]).toEqual([false, hint]);
});
